package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import moviegen.media.CodedSound;
import moviegen.media.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnsetsTest {
  /** Thuds at some instants, over noise. */
  private static Samples thuds(long seed, double noise, double... at) {
    var random = new Random(seed);
    var values = new float[4 * Samples.RATE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (noise * random.nextGaussian());
    }
    for (double time : at) {
      int from = (int) (time * Samples.RATE);
      for (int i = 0; i < 12_000 && from + i < values.length; i++) {
        values[from + i] +=
            (float) (0.4 * Math.exp(-i / 2500.0) * Math.sin(2 * Math.PI * 180 * i / Samples.RATE));
      }
    }
    return new Samples(Samples.RATE, values);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void findsThudsInNoise(long seed) {
    var onsets = Onsets.of(thuds(seed, 0.01, 0.5, 1.25, 2.6)).times();
    var match = OnsetMatch.of(onsets, List.of(0.5, 1.25, 2.6), List.of());
    assertThat(match.f1()).isEqualTo(1);
    assertThat(match.offsets()).allSatisfy(x -> assertThat(x).isCloseTo(0, within(0.015)));
  }

  @Test
  void findsNothingInSteadyNoiseAndSilence() {
    assertThat(Onsets.of(thuds(1, 0)).times()).isEmpty();
    assertThat(Onsets.of(thuds(2, 0.05)).times()).hasSizeLessThan(3);
  }

  @Test
  void matchesOneToOne() {
    var match =
        OnsetMatch.of(List.of(0.95, 1.02, 1.5, 3.0), List.of(1.0, 1.08, 2.0), List.of(3.05));
    assertThat(match.offsets()).hasSize(2);
    assertThat(match.heard()).isEqualTo(3);
    assertThat(match.recall()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(match.precision()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void signalToNoiseOfACopyDoesNotHearLoudness() {
    var sound = thuds(1, 0.02, 1);
    var coded = CodedSound.of(sound, 128_000).samples();
    var quieter = coded.values().clone();
    for (int i = 0; i < quieter.length; i++) {
      quieter[i] *= 0.3f;
    }
    double ratio = SoundDistance.signalToNoise(coded, sound);
    assertThat(ratio).isGreaterThan(6);
    assertThat(SoundDistance.signalToNoise(new Samples(Samples.RATE, quieter), sound))
        .isCloseTo(ratio, within(0.1));
  }
}
