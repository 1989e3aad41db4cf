package moviegen.media;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a film's file says of itself, before a picture is decoded.
 *
 * @param container name of its format, as {@code mp4}
 * @param bytes size of the file
 * @param width columns of a frame
 * @param height rows of a frame
 * @param fps frames a second
 * @param frames number of frames, as announced or, where the format does not say, by length
 * @param seconds length of the pictures
 * @param videoCodec name of the pictures' coder, as {@code h264}
 * @param audioCodec name of the sound's coder, if there is sound
 * @param tags what it says in its metadata
 */
public record Probe(
    String container,
    long bytes,
    int width,
    int height,
    double fps,
    long frames,
    double seconds,
    String videoCodec,
    Optional<String> audioCodec,
    Tags tags) {

  /**
   * Reads the head of a file.
   *
   * @throws IllegalArgumentException says in one sentence why it is no readable film
   */
  public static Probe of(Path file) {
    return of(file, Limits.DEFAULT);
  }

  public static Probe of(Path file, Limits limits) {
    try (var reader = VideoReader.open(file, limits)) {
      return reader.probe();
    }
  }

  public boolean hasAudio() {
    return audioCodec.isPresent();
  }

  public Optional<String> comment() {
    return tags.comment();
  }
}
