package moviegen.cli;

import java.io.PrintStream;
import java.time.Duration;
import moviegen.evaluate.CountListener;

/** How much of a long count is done and how long the rest takes, on a terminal alone. */
record Countdown(PrintStream out, boolean live, long start) implements CountListener {
  private static final String ERASE = "\r\u001b[K";

  /** Standard error, from now on; the launcher says whether it is a terminal. */
  static Countdown standardError() {
    return new Countdown(System.err, Boolean.getBoolean("moviegen.terminal"), System.nanoTime());
  }

  @Override
  public void onCount(int done, int all) {
    if (!live) {
      return;
    }
    if (done == all) {
      out.print(ERASE);
    } else {
      var left = Duration.ofNanos((System.nanoTime() - start) / done * (all - done));
      out.print("%s%d of %d  %s left".formatted(ERASE, done, all, Terminal.time(left)));
    }
    out.flush();
  }
}
