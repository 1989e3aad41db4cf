package moviegen.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import moviegen.generate.Cancel;

/** Ctrl-C as a cancellation: presses the stop button and gives the work time to put things away. */
final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private Interrupt(Cancel cancel) {
    hook = new Thread(() -> stop(cancel), "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static Interrupt cancels(Cancel cancel) {
    return new Interrupt(cancel);
  }

  private void stop(Cancel cancel) {
    cancel.cancel();
    try {
      if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("Stopped.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The program is ending already, and the hook is what waits for us.
    }
  }
}
