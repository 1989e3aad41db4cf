package moviegen.generate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moviegen.provenance.Recipe;
import moviegen.wan.LoraFile;

/**
 * How a cast of the Wan family is used.
 *
 * @param loras changes to its transformer, merged while it is loaded
 * @param eightBit whether large weights and what they multiply have 8 bits
 * @param stepCache how far an input may have moved before a step is computed again; 0 is never
 * @param shift by how much more of the steps are near the noise, if not as the owners say
 */
public record WanOptions(
    List<LoraFile> loras, boolean eightBit, double stepCache, Optional<Double> shift) {
  /** As the owners do it. */
  public static final WanOptions PLAIN = new WanOptions(List.of(), false, 0, Optional.empty());

  private static final double MOST_CACHE = 1;
  private static final double MOST_SHIFT = 100;

  public WanOptions {
    loras = List.copyOf(loras);
    Limits.require(
        stepCache >= 0 && stepCache <= MOST_CACHE,
        "A step cache's threshold is 0 to 1, got %s.",
        Limits.number(stepCache));
    shift.ifPresent(
        value ->
            Limits.require(
                value > 0 && value <= MOST_SHIFT,
                "The shift is above 0 and at most 100, got %s.",
                Limits.number(value)));
  }

  /**
   * Options as one types them.
   *
   * @param loras each a file, with a strength after a colon if it is not 1
   */
  public static WanOptions parse(
      List<String> loras, boolean eightBit, double stepCache, Optional<Double> shift) {
    return new WanOptions(loras.stream().map(LoraFile::parse).toList(), eightBit, stepCache, shift);
  }

  /** What a recipe has to say of them; nothing where they are plain. */
  Map<String, Object> facts() {
    var facts = new TreeMap<String, Object>();
    if (!loras.isEmpty()) {
      var all = new TreeMap<String, Object>();
      loras.forEach(
          lora ->
              all.put(
                  lora.path().getFileName() + ":" + Limits.number(lora.strength()),
                  Fingerprint.of(List.of(lora.path()))));
      facts.put("loras", all);
    }
    if (eightBit) {
      facts.put("int8", true);
    }
    if (stepCache > 0) {
      facts.put("step_cache", stepCache);
    }
    shift.ifPresent(value -> facts.put("shift", value));
    return facts;
  }

  /** The options that a recipe names. */
  static WanOptions of(Recipe recipe, List<LoraFile> loras) {
    return new WanOptions(
        loras,
        recipe.find("int8").isPresent(),
        recipe.find("step_cache").isPresent() ? recipe.decimal("step_cache") : 0,
        recipe.find("shift").map(_ -> recipe.decimal("shift")));
  }
}
