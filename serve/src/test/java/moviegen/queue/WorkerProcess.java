package moviegen.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moviegen.generate.Cast;

/** A worker that is a process of its own, to be killed. */
public final class WorkerProcess implements AutoCloseable {
  private static final String READY = "ready";

  private final Process process;
  private final BufferedReader said;

  private WorkerProcess(Process process) {
    this.process = process;
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * The process itself: folder, database and, where films are to be made, cast are its arguments.
   */
  public static void main(String... args) throws InterruptedException {
    var kinds = new ArrayList<>(List.of(Waits.KIND, Moment.KIND));
    if (args.length > 2) {
      var cast = Cast.named(args[2]);
      kinds.addAll(new FilmMaker(List.of(cast)).kinds());
    }
    try (var place = Place.of(Path.of(args[0]), Database.open(args[1]), Quota.STANDARD);
        var _ = place.worker(kinds)) {
      System.out.println(READY);
      Thread.currentThread().join();
    }
  }

  /** Starts one; it takes jobs as soon as this returns. */
  public static WorkerProcess start(Path folder, String database, String... cast) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName(),
                folder.toString(),
                database));
    command.addAll(List.of(cast));
    try {
      var process =
          new ProcessBuilder(command).redirectError(folder.resolve("worker.log").toFile()).start();
      var worker = new WorkerProcess(process);
      worker.await(READY);
      return worker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the process says a word. */
  public void await(String word) {
    try {
      for (var line = said.readLine(); line != null; line = said.readLine()) {
        if (line.equals(word)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("The worker ended before it said " + word + ".");
  }

  /** SIGKILL. */
  public void kill() {
    var _ = process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
