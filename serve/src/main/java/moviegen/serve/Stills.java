package moviegen.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Semaphore;
import moviegen.media.Frames;
import moviegen.media.Gif;
import moviegen.media.Picture;
import moviegen.media.Sheet;
import moviegen.media.Tags;
import moviegen.media.VideoReader;
import moviegen.queue.Job;
import moviegen.queue.Outputs;

/** What is made of a film when somebody first asks for it: a poster, a GIF, a sheet of pictures. */
final class Stills {
  private static final int AT_ONCE = 2;
  private static final int COLUMNS = 8;

  private final Outputs outputs;
  private final Uploads scratch;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  Stills(Outputs outputs, Uploads scratch) {
    this.outputs = outputs;
    this.scratch = scratch;
  }

  /** Writes something made of a film's frames. */
  private interface Making {
    void write(Path file, Frames film);
  }

  String poster(Job job, String film) {
    return made(
        job,
        film,
        "poster.png",
        (file, frames) -> Picture.write(file, frames.only(frames.count() / 2), Tags.NONE));
  }

  String gif(Job job, String film) {
    return made(job, film, "film.gif", Gif::write);
  }

  String sheet(Job job, String film) {
    return made(
        job,
        film,
        "sheet.png",
        (file, frames) -> Picture.write(file, Sheet.row(frames, COLUMNS), Tags.NONE));
  }

  private String made(Job job, String film, String name, Making making) {
    String key = job.key(name);
    if (outputs.size(key).isPresent()) {
      return key;
    }
    places.acquireUninterruptibly();
    try {
      if (outputs.size(key).isEmpty()) {
        make(film, key, making);
      }
      return key;
    } finally {
      places.release();
    }
  }

  private void make(String film, String key, Making making) {
    try {
      var copy = scratch.fresh(".mp4");
      var result = scratch.fresh(key.substring(key.lastIndexOf('.')));
      try (var in = outputs.open(film)) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        making.write(result, VideoReader.read(copy));
        outputs.put(key, result);
      } finally {
        Files.deleteIfExists(copy);
        Files.deleteIfExists(result);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
