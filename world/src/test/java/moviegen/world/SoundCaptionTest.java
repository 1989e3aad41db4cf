package moviegen.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SoundCaptionTest {
  private static final Shot SHOT = new Shot(128, 128, 64, 16);
  private static final Pattern WORD = Pattern.compile("[a-z]{2,}");

  private static String caption(long seed) {
    return SoundCaption.of(Soundtrack.of(Scene.random(seed), SHOT), seed);
  }

  @Test
  void isAsApproved() throws IOException {
    var captions = LongStream.range(1, 13).mapToObj(SoundCaptionTest::caption);
    try (var approved = getClass().getResourceAsStream("sound-captions.txt")) {
      assertThat(captions.collect(Collectors.joining("\n", "", "\n")))
          .isEqualTo(new String(Objects.requireNonNull(approved).readAllBytes(), UTF_8));
    }
  }

  @Test
  void usesWordsThatTheTextTowersKnow() {
    var known = Set.copyOf(Lexicon.words());
    for (long seed = 0; seed < 200; seed++) {
      String caption = caption(seed);
      assertThat(WORD.matcher(caption.toLowerCase(Locale.ROOT)).results().map(m -> m.group()))
          .as(caption)
          .allMatch(known::contains);
    }
  }

  @Test
  void fitsIntoAHundredAndTwentyEightPieces() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(Wording.pieces(caption(seed))).as(caption(seed)).isLessThanOrEqualTo(126);
    }
  }

  @Test
  void saysWhetherThereIsMusic() {
    var scene = Scenes.at("city", "night", "clear");
    var without = SoundCaption.of(Soundtrack.of(scene, SHOT, true, false), 1);
    assertThat(without).contains("contains music with a 0.0").endsWith("\"No music.\"");
    var alone = SoundCaption.of(Soundtrack.of(scene, SHOT, false, true), 1);
    assertThat(alone).containsPattern("contains music with a 0\\.[89]").contains("\"Only music");
  }

  @Test
  void hasOtherWordsForTheSameSound() {
    var track = Soundtrack.of(Scene.random(10), SHOT, true, true);
    assertThat(LongStream.range(0, 20).mapToObj(s -> SoundCaption.description(track, s)).distinct())
        .hasSizeGreaterThan(4);
  }
}
