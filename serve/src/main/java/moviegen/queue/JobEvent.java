package moviegen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a job, in the order of {@code id}.
 *
 * @param state the job's, afterwards
 * @param left the time the rest is expected to take, while it runs
 */
public record JobEvent(
    long id,
    String job,
    Type type,
    Instant at,
    JobState state,
    String stage,
    double progress,
    Optional<Duration> left) {
  /** What happened. */
  public enum Type {
    QUEUED,
    STARTED,
    PROGRESS,
    PREVIEW,
    REQUEUED,
    COMPLETED,
    FAILED,
    CANCELING,
    CANCELED,
    FAVORITE,
    DELETED,
    RESTORED;

    /** The type's name in lower case. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
