package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import moviegen.generate.MiniatureCast;
import moviegen.media.Samples;
import moviegen.world.SoundKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundScoreTest {
  @TempDir private Path folder;

  @Test
  void measuresACastBesideWhatItIsComparedWith() {
    var cast = MiniatureCast.writeWithSound(folder);
    var report = SoundScore.of(cast, 2, "it", (_, _) -> {});
    assertThat(report.rows())
        .extracting(Row::name)
        .contains(
            "onsets/f1/made",
            "onsets/f1/truth through the codec",
            "onsets/f1/made for another film",
            "onsets/f1/half a second late",
            "onsets/f1/clicks",
            "kind/made",
            "music/both fit",
            "spectral distance/made",
            "seams/timbre/at seams");
    assertThat(value(report, "onsets/recall/truth")).isGreaterThan(0.7);
    assertThat(Page.of(report)).startsWith("# How well the sound fits");
  }

  @Test
  void aCodecThatKeepsEverythingMovesNothing() {
    var report = CodecScore.of(UnaryOperator.identity(), 3, "it", (_, _) -> {});
    assertThat(value(report, "world/codec/mel_distance")).isCloseTo(0, within(1e-9));
    assertThat(value(report, "world/codec/si_snr")).isGreaterThan(80);
    assertThat(value(report, "world/aac/mel_distance")).isBetween(0.05, 1.0);
    assertThat(value(report, "speech/aac/si_snr")).isBetween(3.0, 40.0);
    assertThat(Page.of(report)).startsWith("# What the codec keeps");
  }

  @Test
  void silenceHasNeitherEventsNorKinds() {
    var match =
        OnsetMatch.of(
            Onsets.of(new Samples(Samples.RATE, new float[Samples.RATE])).times(),
            java.util.List.of(0.5),
            java.util.List.of());
    assertThat(match.f1()).isZero();
    assertThat(SoundKinds.CUES).containsAll(SoundKinds.TOUCHES);
  }

  private static double value(Report report, String name) {
    return report.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .score()
        .value();
  }
}
