package moviegen.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import moviegen.media.AudioReader;
import moviegen.media.Samples;

/** Recordings of kinds that the drawn world has not. */
enum ForeignRecording {
  /** A sentence by a synthesizer of formants. */
  SPEECH,
  /** A sine from low to high. */
  SWEEP,
  /** Tones with overtones, struck together. */
  CHORD;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Samples samples() {
    try {
      var file = Files.createTempFile("moviegen", ".flac");
      try (InputStream bytes =
          Objects.requireNonNull(
              ForeignRecording.class.getResourceAsStream(label() + ".flac"), label())) {
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        return AudioReader.read(file, Samples.RATE);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the recording \"%s\".".formatted(label()), e);
    }
  }
}
