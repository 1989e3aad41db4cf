package moviegen.world;

/**
 * What a prompt may be used for, decided by its text alone: work looks at those of {@code DEV}, a
 * report is made of those of {@code TEST}, once.
 */
public enum Split {
  DEV,
  TEST;

  /** The split of a prompt. */
  public static Split of(String prompt) {
    return values()[HeldOut.bucket(values().length, "split", prompt)];
  }
}
