package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import moviegen.audio.SoundPrompt;
import moviegen.world.Scene;
import org.junit.jupiter.api.Test;

class TextPairTest {
  private final List<TextPair> pairs =
      LongStream.range(0, 500)
          .mapToObj(seed -> of(seed, new SplittableRandom(seed)))
          .toList();

  private static TextPair of(long seed, SplittableRandom draw) {
    return TextPair.of(Scene.training(seed), TextPair.Kind.draw(draw), draw);
  }

  private static boolean heard(String text) {
    return text.startsWith("The audio has quality");
  }

  @Test
  void bothTellWhatIsSeenOrBothWhatIsHeard() {
    assertThat(pairs).allMatch(pair -> heard(pair.text()) == heard(pair.other()));
  }

  @Test
  void oneInFiveIsOfSoundAndMayBeLonger() {
    var sounds = pairs.stream().filter(pair -> heard(pair.text())).toList();
    assertThat(sounds.size()).isBetween(70, 130);
    assertThat(sounds).allMatch(pair -> pair.longest() == SoundPrompt.LONGEST);
  }

  @Test
  void whatIsReadIsOfTheKindAskedFor() {
    var draw = new SplittableRandom(3);
    assertThat(TextPair.of(Scene.training(1), TextPair.Kind.LIST, draw).text())
        .startsWith("place ");
    assertThat(TextPair.of(Scene.training(1), TextPair.Kind.FULL, draw).text()).startsWith("FPS-");
    assertThat(heard(TextPair.of(Scene.training(1), TextPair.Kind.HEARD, draw).text())).isTrue();
  }

  @Test
  void attributesAreAmongTheTexts() {
    assertThat(pairs).anyMatch(pair -> pair.other().startsWith("place "));
    assertThat(pairs).anyMatch(pair -> pair.text().startsWith("FPS-24"));
  }
}
