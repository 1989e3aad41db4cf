package moviegen.queue;

import java.util.Locale;

/** Where a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELED;

  /** The state's name in lower case, as the database and JSON have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing will happen to such a job any more. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }

  /** Reads {@code queued}. */
  public static JobState parse(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
