package moviegen.client;

import java.util.Locale;

/** Where a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELED;

  static JobState parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing will change any more. */
  public boolean isFinal() {
    return ordinal() >= COMPLETED.ordinal();
  }
}
