package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import moviegen.media.AudioWriter;
import moviegen.media.Samples;
import moviegen.media.Tags;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignRecordingTest {
  private static final int LENGTH = 2 * Samples.RATE;

  /** The recordings as they were made; a system property names a folder to write them to. */
  private static Samples made(ForeignRecording recording) {
    return switch (recording) {
      case SPEECH -> FormantVoice.speak();
      case SWEEP -> sweep();
      case CHORD -> chord();
    };
  }

  private static Samples sweep() {
    var values = new float[LENGTH];
    double phase = 0;
    for (int i = 0; i < LENGTH; i++) {
      values[i] = (float) (0.4 * Math.sin(phase));
      phase += 2 * Math.PI * 60 * Math.pow(200, (double) i / LENGTH) / Samples.RATE;
    }
    return new Samples(Samples.RATE, values);
  }

  private static Samples chord() {
    var values = new float[LENGTH];
    for (double hertz : new double[] {220, 277.18, 329.63, 440}) {
      for (int overtone = 1; overtone <= 6; overtone++) {
        double level = 0.12 * Math.pow(0.55, overtone - 1);
        double dying = 1.2 * overtone / Samples.RATE;
        for (int i = 0; i < LENGTH; i++) {
          double swell = Math.min(1, i / (0.004 * Samples.RATE));
          values[i] +=
              (float)
                  (level
                      * swell
                      * Math.exp(-dying * i)
                      * Math.sin(2 * Math.PI * hertz * overtone * i / Samples.RATE));
        }
      }
    }
    return new Samples(Samples.RATE, values);
  }

  @ParameterizedTest
  @EnumSource(ForeignRecording.class)
  void isAsItsCodeMakesIt(ForeignRecording recording) throws java.io.IOException {
    var made = made(recording);
    var folder = System.getProperty("moviegen.recordings");
    if (folder != null) {
      var file = Path.of(folder, recording.label() + ".flac");
      Files.deleteIfExists(file);
      AudioWriter.write(file, made, Tags.NONE);
      return;
    }
    var kept = recording.samples();
    assertThat(kept.length()).isEqualTo(made.length());
    for (int i = 0; i < made.length(); i += 7) {
      assertThat(kept.values()[i])
          .isCloseTo(made.values()[i], org.assertj.core.api.Assertions.within(1e-4f));
    }
  }
}
