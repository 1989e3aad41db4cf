package moviegen.queue;

import moviegen.queue.QuotaException.Limit;

/**
 * How much a studio takes.
 *
 * @param queued jobs that may wait at once
 * @param bytes what all finished files together may have
 * @param reserve bytes of the disk that are left free
 */
public record Quota(int queued, long bytes, long reserve) {
  /** A thousand waiting jobs, 20 GB of films, 200 MB left free. */
  public static final Quota STANDARD = new Quota(1_000, 20_000_000_000L, 200_000_000L);

  public Quota {
    if (queued < 1 || bytes < 1 || reserve < 0) {
      throw new IllegalArgumentException(
          "A quota has at least one job and one byte, got %d jobs and %d bytes."
              .formatted(queued, bytes));
    }
  }

  /**
   * Refuses a job that does not fit.
   *
   * @throws QuotaException says what is full
   */
  void check(long waiting, long used, long free) {
    if (waiting >= queued) {
      throw new QuotaException(
          Limit.QUEUE,
          "The queue is full: %,d jobs wait and at most %,d may; try again later."
              .formatted(waiting, queued));
    }
    if (used >= bytes) {
      throw new QuotaException(
          Limit.DISK,
          "The films take %,d MB and at most %,d MB may be used; delete some."
              .formatted(used / 1_000_000, bytes / 1_000_000));
    }
    if (reserve > free) {
      throw new QuotaException(
          Limit.DISK,
          "The disk has %,d MB left and %,d MB have to stay free; make room."
              .formatted(free / 1_000_000, reserve / 1_000_000));
    }
  }
}
