package moviegen.generate;

/** Ways to make films with public weights in less time than their owners have in mind. */
public enum Profile {
  /** Small enough for a processor: 256×256, 17 frames, few steps. */
  CPU,
  /** For models and LoRAs that were distilled to few steps: four, without guidance. */
  DISTILLED;

  private static final FrameSize SMALL = new FrameSize(256, 256);
  private static final int FRAMES = 17;
  private static final int FEW_STEPS = 10;
  private static final int DISTILLED_STEPS = 4;

  /** A cast's defaults under this profile. */
  public Defaults of(Defaults cast) {
    return switch (this) {
      case CPU ->
          new Defaults(
              SMALL,
              Math.max(1, (double) FRAMES / cast.fps()),
              cast.fps(),
              Math.min(FEW_STEPS, cast.steps()),
              cast.guidance(),
              cast.negative());
      case DISTILLED ->
          new Defaults(
              cast.size(), cast.seconds(), cast.fps(), DISTILLED_STEPS, 1, cast.negative());
    };
  }
}
