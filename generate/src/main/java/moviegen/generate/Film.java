package moviegen.generate;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import moviegen.media.Encoding;
import moviegen.media.Frames;
import moviegen.media.Picture;
import moviegen.media.Samples;
import moviegen.media.VideoWriter;
import moviegen.provenance.Provenance;
import moviegen.provenance.Recipe;

/**
 * A finished film or picture.
 *
 * @param sound as long as the pictures, where the cast makes sound and it was not asked to be
 *     silent
 * @param recipe what makes it once more; it is written into the file
 * @param seconds wall time of each stage
 * @param totalSeconds wall time of the whole request
 * @param peakMemoryBytes the most memory that the process has held so far
 */
public record Film(
    Request request,
    Frames frames,
    Optional<Samples> sound,
    Recipe recipe,
    Map<Stage, Double> seconds,
    double totalSeconds,
    long peakMemoryBytes) {
  public Film {
    seconds = Map.copyOf(seconds);
  }

  /** Writes an MP4, or a PNG of a picture, where there is no such file yet. */
  public void save(Path file) {
    save(new OutputFile(file, false));
  }

  public void save(OutputFile out) {
    out.check(ending(request), Limits.FILE_BYTES);
    write(out.file());
  }

  void write(Path file) {
    var tags = Provenance.tags(recipe);
    if (request instanceof ImageRequest) {
      Picture.write(file, frames, tags);
    } else {
      VideoWriter.write(file, frames, Encoding.FINE, tags, sound);
    }
  }

  Film timed(Map<Stage, Double> stages, double total, long peakBytes) {
    return new Film(request, frames, sound, recipe, stages, total, peakBytes);
  }

  static String ending(Request request) {
    return request instanceof ImageRequest ? ".png" : ".mp4";
  }
}
