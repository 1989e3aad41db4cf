package moviegen.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * Sound after it went through AAC.
 *
 * @param samples what came out, as long as what went in
 * @param bytes size of the file
 */
public record CodedSound(Samples samples, long bytes) {
  /** Encodes and decodes a sound. */
  public static CodedSound of(Samples sound, long bitsPerSecond) {
    try {
      var folder = Files.createTempDirectory("moviegen");
      var path = folder.resolve("sound.m4a");
      try {
        Ffmpeg.load();
        try (var file = new MediaFile(path, MediaFile.M4A, Map.of());
            var track = new SoundTrack(file, "aac", sound.rate(), bitsPerSecond)) {
          file.begin(sound.rate());
          track.write(sound, sound.length());
          track.end();
          file.end();
        }
        var back = AudioReader.read(path, sound.rate()).fitted(sound.length());
        return new CodedSound(back, Files.size(path));
      } finally {
        Files.deleteIfExists(path);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot encode a sound in a temporary folder.", e);
    }
  }

  public double bitsPerSecond() {
    return bytes * 8 / samples.seconds();
  }
}
