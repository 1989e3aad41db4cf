package moviegen.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import moviegen.provenance.Recipe;

/**
 * A request for sound.
 *
 * @param steps of the midpoint solver, which evaluates the velocity twice in each
 * @param guidance how strictly film and text are followed; 1 is off
 * @param candidates of which the best is kept, where the cast can tell
 * @param extension how it goes on beyond a window
 */
public record SoundRequest(
    SoundWish wish, int steps, double guidance, int candidates, long seed, Extension extension) {
  /** The paper takes 64 steps and 8 candidates. */
  public static final int STEPS = 16;

  public static final double GUIDANCE = 3;
  public static final int CANDIDATES = 4;

  private static final int MOST_CANDIDATES = 16;

  public SoundRequest {
    Limits.sampling(steps, guidance);
    Limits.require(
        candidates >= 1 && candidates <= MOST_CANDIDATES,
        "Candidates are 1 to %d, got %d.",
        MOST_CANDIDATES,
        candidates);
    Limits.require(!wish.silent(), "Sound that is to be silent cannot be made.");
  }

  /** In windows that are mixed. */
  public SoundRequest(SoundWish wish, int steps, double guidance, int candidates, long seed) {
    this(wish, steps, guidance, candidates, seed, Extension.WINDOWS);
  }

  /** In the usual number of steps and candidates. */
  public static SoundRequest of(SoundWish wish, long seed) {
    return new SoundRequest(wish, STEPS, GUIDANCE, CANDIDATES, seed);
  }

  /** How it is made, beside what is wished. */
  Map<String, Object> facts() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("steps", steps);
    facts.put("guidance", guidance);
    facts.put("candidates", candidates);
    facts.put("seed", seed);
    facts.put("extension", extension.toString());
    return facts;
  }

  /**
   * All that is needed to make this sound once more.
   *
   * @param seconds how long it is
   */
  public Recipe recipe(Cast cast, double seconds) {
    var values = new LinkedHashMap<String, Object>();
    values.put("kind", "sound");
    wish.prompt().ifPresent(prompt -> values.put("prompt", prompt));
    wish.music().ifPresent(music -> values.put("music", music));
    values.put("seconds", seconds);
    values.putAll(facts());
    values.put("cast", cast.name());
    values.put("weights", cast.hashes());
    values.put("version", Version.current());
    return new Recipe(values);
  }
}
