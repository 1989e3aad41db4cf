package moviegen.download;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param tries failures in a row, without a byte between them, after which it gives up
 * @param pause before the second try; it doubles with every failure in a row, up to half a minute
 * @param silence how long a server may send nothing
 */
public record Pacing(int tries, Duration pause, Duration silence) {
  public static final Pacing PATIENT = new Pacing(6, Duration.ofSeconds(1), Duration.ofSeconds(60));

  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Waits after the failure-th failure in a row, 1 for the first. */
  void rest(int failure) throws DownloadFailed {
    var wait = pause.multipliedBy(1L << Math.min(10, failure - 1));
    try {
      Thread.sleep(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DownloadFailed("The download was interrupted.", e);
    }
  }
}
