package moviegen.cli;

import java.io.PrintStream;
import java.time.Duration;

/** How much of a long count is done and how long the rest takes, on a terminal alone. */
record Countdown(PrintStream out, boolean live, long start) {
  private static final String ERASE = "\r\u001b[K";

  /** Standard error, from now on; the launcher says whether it is a terminal. */
  static Countdown standardError() {
    return new Countdown(System.err, Boolean.getBoolean("moviegen.terminal"), System.nanoTime());
  }

  void onStep(int done, int steps) {
    if (!live) {
      return;
    }
    if (done == steps) {
      out.print(ERASE);
    } else {
      var left = Duration.ofNanos((System.nanoTime() - start) / done * (steps - done));
      out.print("%s%d of %d  %s left".formatted(ERASE, done, steps, Terminal.time(left)));
    }
    out.flush();
  }
}
