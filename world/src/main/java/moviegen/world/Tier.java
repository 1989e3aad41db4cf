package moviegen.world;

/** How far a prompt is from what training showed. */
public enum Tier {
  /** Subject, color and action were never shown together. */
  T1,
  /** Subject and color were never shown together. */
  T2,
  /** One word was never in any caption. */
  T3,
  /** Anyone's. */
  T4;

  /** The tier of a prompt that {@link Prompts} has made, by its id; of any other the last. */
  public static Tier of(Prompt prompt) {
    for (Tier tier : Prompts.TIERS) {
      if (prompt.id().startsWith(tier + "-")) {
        return tier;
      }
    }
    return T4;
  }
}
