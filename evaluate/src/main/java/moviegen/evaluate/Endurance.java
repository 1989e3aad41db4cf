package moviegen.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moviegen.generate.Cancel;
import moviegen.generate.FilmRequest;
import moviegen.generate.Held;
import moviegen.generate.Onlooker;
import moviegen.generate.OutputFile;
import moviegen.generate.Progress;
import moviegen.generate.Studio;
import moviegen.media.Frames;

/** What a process holds that makes one film after the other; it should not be more and more. */
public final class Endurance {
  private static final int EVERY = 10;

  private Endurance() {}

  /** Watches as a queue's worker does. */
  private record Watching() implements Onlooker {
    @Override
    public void hear(Progress progress) {}

    @Override
    public boolean watches() {
      return true;
    }

    @Override
    public void see(Frames frame) {}
  }

  /**
   * Makes films with seeds in order, each into a file that is removed again.
   *
   * @return megabytes and handles after every tenth film; the mean is the memory after the last
   *     film over that after the tenth
   */
  public static Report of(
      Studio studio, List<String> prompts, int count, String command, CountListener listener) {
    var rows = new ArrayList<Row>();
    double tenth = 0;
    double last = 0;
    var folder = temporary();
    for (int i = 1; i <= count; i++) {
      make(studio, FilmRequest.of(prompts.get((i - 1) % prompts.size())).withSeed(i), folder);
      listener.onCount(i, count);
      if (i % EVERY == 0 || i == count) {
        var held = Held.now();
        last = held.residentBytes() / 1e6;
        tenth = i == EVERY || tenth == 0 ? last : tenth;
        rows.add(row("MB after %d films".formatted(i), last));
        rows.add(row("MB of Java objects after %d films".formatted(i), held.heapBytes() / 1e6));
        rows.add(row("native handles after %d films".formatted(i), held.handles()));
      }
    }
    remove(folder);
    return new Report("endurance", count, command, rows, last / tenth);
  }

  private static Row row(String name, double value) {
    return Row.of(name, Interval.exact(value));
  }

  private static void make(Studio studio, FilmRequest request, Path folder) {
    var file = folder.resolve("film.mp4");
    var _ = studio.generate(request, new OutputFile(file, false), new Watching(), new Cancel());
    remove(file);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("moviegen");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
