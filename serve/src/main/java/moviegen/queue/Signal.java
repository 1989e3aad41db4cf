package moviegen.queue;

import java.time.Duration;

/** Wakes those in this process who wait for something to change in the database. */
final class Signal {
  private long count;

  synchronized void fire() {
    count++;
    notifyAll();
  }

  synchronized long count() {
    return count;
  }

  /** Waits until something changed since {@code seen}, at most {@code patience}. */
  synchronized long await(long seen, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (count == seen) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    return count;
  }
}
