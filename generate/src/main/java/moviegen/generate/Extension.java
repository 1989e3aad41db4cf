package moviegen.generate;

import java.util.Locale;

/** How sound goes on that is longer than a window (paper, section 6.1). */
public enum Extension {
  /** All windows step by step together, mixed where they overlap. */
  WINDOWS,
  /** One segment after the other, each of which knows the end of the one before. */
  SEGMENTS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
