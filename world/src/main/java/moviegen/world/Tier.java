package moviegen.world;

/** How far a prompt is from what training showed. */
public enum Tier {
  /** Subject, color and action were never shown together. */
  T1,
  /** Subject and color were never shown together. */
  T2,
  /** One word was never in any caption. */
  T3
}
