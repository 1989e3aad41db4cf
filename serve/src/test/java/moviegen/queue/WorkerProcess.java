package moviegen.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A worker that is a process of its own, to be killed. */
public final class WorkerProcess implements AutoCloseable {
  private static final String READY = "ready";

  private final Process process;
  private final BufferedReader said;

  private WorkerProcess(Process process) {
    this.process = process;
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** The process itself: folder and database are its arguments. */
  public static void main(String... args) throws InterruptedException {
    try (var place = Place.of(Path.of(args[0]), Database.open(args[1]), Quota.STANDARD);
        var _ = place.worker(Waits.KIND, Moment.KIND)) {
      System.out.println(READY);
      Thread.currentThread().join();
    }
  }

  /** Starts one; it takes jobs as soon as this returns. */
  public static WorkerProcess start(Path folder, String database) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      var process =
          new ProcessBuilder(
                  List.of(
                      java,
                      "-XX:TieredStopAtLevel=1",
                      "-XX:+UseSerialGC",
                      "-Xmx128m",
                      "--enable-native-access=ALL-UNNAMED",
                      "-cp",
                      System.getProperty("java.class.path"),
                      WorkerProcess.class.getName(),
                      folder.toString(),
                      database))
              .redirectError(folder.resolve("worker.log").toFile())
              .start();
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
