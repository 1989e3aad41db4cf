package moviegen.cli;

import java.io.PrintStream;
import java.time.Duration;
import moviegen.generate.Onlooker;
import moviegen.generate.Progress;

/**
 * Standard error as people read it: one progress line that is drawn over itself on a terminal, and
 * nothing of it elsewhere.
 */
final class Terminal implements Onlooker, AutoCloseable {
  private static final int WIDTH = 30;
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean live;
  private boolean drawn;

  Terminal(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Standard error; the launcher says whether it is a terminal. */
  static Terminal standardError() {
    return new Terminal(System.err, Boolean.getBoolean("moviegen.terminal"));
  }

  @Override
  public synchronized void hear(Progress progress) {
    if (live) {
      out.print(ERASE + line(progress));
      out.flush();
      drawn = true;
    }
  }

  static String line(Progress progress) {
    int full = (int) Math.round(progress.fraction() * WIDTH);
    return "%s%s %3.0f %%  %s left  %s %d/%d"
        .formatted(
            "█".repeat(full),
            "░".repeat(WIDTH - full),
            100 * progress.fraction(),
            time(progress.left()),
            progress.stage().label(),
            progress.done(),
            progress.total());
  }

  static String time(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    if (seconds < 60) {
      return (seconds < 10 ? "%.1f s" : "%.0f s").formatted(seconds);
    }
    return "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }

  synchronized void say(String sentence) {
    close();
    out.println(sentence);
  }

  /** Takes the progress line away. */
  @Override
  public synchronized void close() {
    if (drawn) {
      out.print(ERASE);
      out.flush();
      drawn = false;
    }
  }
}
