package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import moviegen.audio.SoundPrompt;
import moviegen.world.Scene;
import moviegen.world.Shot;
import moviegen.world.SoundCaption;
import moviegen.world.Soundtrack;
import org.junit.jupiter.api.Test;

class SoundTextsTest {
  private static final Shot SHOT = new Shot(128, 128, 64, 16);

  @Test
  void aWholeTextIsTheCaption() {
    var track = Soundtrack.of(Scene.random(3), SHOT, true, true);
    var caption = SoundCaption.of(track, 7);
    double likelihood = Double.parseDouble(caption.replaceAll(".*with a ([\\d.]+) like.*", "$1"));
    var prompt =
        new SoundPrompt(
            SoundPrompt.quality(Optional.of(true)),
            Optional.of(likelihood),
            Optional.of(quoted(caption, 0)),
            Optional.of(quoted(caption, 1)));
    assertThat(prompt.text()).isEqualTo(caption);
  }

  private static String quoted(String caption, int index) {
    var said = List.of(caption.split("\"", -1)).get(2 * index + 1);
    return said.substring(0, said.length() - 1);
  }

  @Test
  void everyFieldIsLeftOutNowAndThen() {
    var texts =
        LongStream.range(0, 200)
            .mapToObj(seed -> SoundTexts.of(Scene.random(seed), SHOT, new SplittableRandom(seed)))
            .toList();
    for (var field : List.of("likelihood", "has a description", "music description")) {
      assertThat(texts).anyMatch(text -> text.contains(field));
      assertThat(texts).anyMatch(text -> !text.contains(field));
    }
    assertThat(texts).allMatch(text -> text.startsWith("The audio has quality: "));
  }
}
