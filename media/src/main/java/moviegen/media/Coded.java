package moviegen.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * A film after it went through H.264.
 *
 * @param frames what came out
 * @param bytes size of the coded pictures, without a container
 */
public record Coded(Frames frames, long bytes) {
  /** Encodes and decodes a film. */
  public static Coded of(Frames film, Encoding encoding) {
    try {
      var folder = Files.createTempDirectory("moviegen");
      var file = folder.resolve("film.mp4");
      try (var writer =
          VideoWriter.open(file, film.width(), film.height(), film.fps(), encoding, Tags.NONE)) {
        writer.write(film);
        writer.finish();
        return new Coded(VideoReader.read(file), writer.codedBytes());
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot encode a film in a temporary folder.", e);
    }
  }

  public double bitsPerSecond() {
    return bytes * 8 / frames.seconds();
  }
}
