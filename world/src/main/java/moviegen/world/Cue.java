package moviegen.world;

/**
 * A sound of a scene that begins at an instant.
 *
 * @param kind impact, hop, landing, step, flap, tumble, whoosh, splash, sparkle, squeak, twig,
 *     chirp, bark, meow, beep, bell or thunder
 * @param source what makes it: a subject, or the place
 * @param seconds when it begins, since the film began
 * @param strength 0 to 1
 * @param visible whether its source is in the picture
 */
public record Cue(String kind, String source, double seconds, double strength, boolean visible) {
  /** The sample at which it begins. */
  public int sample(int rate) {
    return (int) Math.round(seconds * rate);
  }
}
