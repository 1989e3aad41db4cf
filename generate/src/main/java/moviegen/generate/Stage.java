package moviegen.generate;

import java.util.Locale;

/** The stages of a request, in their order. */
public enum Stage {
  LOAD,
  TEXT,
  SAMPLE,
  DECODE,
  SOUND,
  WRITE;

  /** The stage's name in lower case, as JSON and the progress line show it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
