package moviegen.client;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be made; whatever is not said, the studio decides.
 *
 * @param fields by their names in the API
 */
public record FilmOrder(Map<String, Object> fields) {
  public FilmOrder {
    fields = Map.copyOf(fields);
  }

  /** A film of two seconds. */
  public static FilmOrder of(String prompt) {
    return new FilmOrder(Map.of("kind", "film", "prompt", prompt));
  }

  /** A picture. */
  public static FilmOrder picture(String prompt) {
    return new FilmOrder(Map.of("kind", "image", "prompt", prompt));
  }

  public FilmOrder withNegative(String words) {
    return with("negative", words);
  }

  /** Length, 1 to 16. */
  public FilmOrder withSeconds(double seconds) {
    return with("seconds", seconds);
  }

  /** Pictures a second, 16 or 24. */
  public FilmOrder withFps(int fps) {
    return with("fps", fps);
  }

  /** Such as 16:9. */
  public FilmOrder withAspect(String ratio) {
    return with("aspect", ratio);
  }

  /** Evaluations of the velocity: fewer are faster and less exact. */
  public FilmOrder withSteps(int steps) {
    return with("steps", steps);
  }

  public FilmOrder withGuidance(double scale) {
    return with("guidance", scale);
  }

  /** The same order and seed make the same film. */
  public FilmOrder withSeed(long seed) {
    return with("seed", seed);
  }

  /** Without sound. */
  public FilmOrder silent() {
    return with("silent", true);
  }

  /** What is to be heard; where it is not said, the film decides. */
  public FilmOrder withSound(String words) {
    return with("audio_prompt", words);
  }

  /** With music or without; where it is not said, the film decides. */
  public FilmOrder withMusic(boolean wanted) {
    return with("music", wanted);
  }

  public FilmOrder withCast(String name) {
    return with("cast", name);
  }

  /** Those of higher priority are made first; 0 where it is not said. */
  public FilmOrder withPriority(int priority) {
    return with("priority", priority);
  }

  private FilmOrder with(String name, Object value) {
    var all = new LinkedHashMap<>(fields);
    all.put(name, value);
    return new FilmOrder(all);
  }
}
