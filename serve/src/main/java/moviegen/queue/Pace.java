package moviegen.queue;

import java.time.Duration;

/**
 * How a worker keeps time.
 *
 * @param lease how long a job is held without a sign of life
 * @param heartbeat time between signs of life
 * @param poll time between looks for a new job, where nothing wakes it sooner
 * @param attempts how often a job is started before it fails
 */
public record Pace(Duration lease, Duration heartbeat, Duration poll, int attempts) {
  public static final Pace STANDARD =
      new Pace(Duration.ofSeconds(12), Duration.ofSeconds(3), Duration.ofMillis(500), 3);

  public Pace {
    if (lease.compareTo(heartbeat.multipliedBy(2)) < 0 || attempts < 1) {
      throw new IllegalArgumentException(
          "A lease of %s is shorter than two heartbeats of %s.".formatted(lease, heartbeat));
    }
  }
}
