package moviegen.queue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The cast that does nothing but wait: a request is the milliseconds that its job takes. */
public final class Waits {
  public static final JobKind KIND = new JobKind("wait", Waits::run);

  private static final int STEPS = 20;

  private Waits() {}

  public static NewJob job(int millis) {
    return NewJob.of("wait", Integer.toString(millis)).withTitle("wait %d ms".formatted(millis));
  }

  private static void run(Job job, Work work) {
    int millis = Integer.parseInt(job.request());
    for (int i = 0; i < STEPS; i++) {
      work.cancel().check();
      work.progress("wait", (double) i / STEPS, Duration.ofMillis(millis - i * millis / STEPS));
      sleep(millis / STEPS);
    }
    work.put("waited.txt", "waited %d ms\n".formatted(millis).getBytes(StandardCharsets.UTF_8));
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
