package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import moviegen.audio.FilmSight;
import moviegen.audio.FrameFeatures;
import moviegen.audio.SightConfig;
import moviegen.audio.SoundWindows.Window;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmSeenTest {
  private static final SightConfig SIGHT = new SightConfig(3, 1, 2, 1);
  private static final double RATE = 25;

  @ParameterizedTest
  @CsvSource({"64, 0, 100", "64, 0, 10", "64, 37, 25", "64, 90, 10", "1, 0, 3", "2, 1, 2"})
  void aWindowSeesWhatTheWholeFilmSees(int frames, long start, long length) {
    Ops.manualSeed(frames);
    try (var _ = Scope.open()) {
      var kept = Ops.randn(1, frames, SIGHT.kept()).to(DType.BFLOAT16);
      long all = start + length;
      var whole =
          FrameFeatures.resampled(
                  FilmSight.withChanges(kept.to(DType.FLOAT32), SIGHT), FilmSight.RATE, all, RATE)
              .values()
              .narrow(1, start, length);
      var part = new FilmSeen(kept, SIGHT, RATE).during(new Window(start, length));
      float[] expected = HostMemory.floats(whole);
      float[] actual = HostMemory.floats(part);
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < actual.length; i++) {
        assertThat(actual[i]).isCloseTo(expected[i], within(1e-3f));
      }
    }
  }
}
