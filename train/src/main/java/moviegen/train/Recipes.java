package moviegen.train;

import java.util.List;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.tensor.DType;

/** Every recipe, in the order in which the tiny cast is made. */
public final class Recipes {
  private static final long SEED = 1;

  private Recipes() {}

  public static List<Recipe> all() {
    return List.of(autoencoder());
  }

  /** The recipe called {@code name}. */
  public static Recipe named(String name) {
    return all().stream()
        .filter(recipe -> recipe.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no recipe \"%s\", expected one of %s"
                        .formatted(name, all().stream().map(Recipe::name).toList())));
  }

  private static Recipe autoencoder() {
    return new Recipe(
        "autoencoder",
        "films of 8×8×8 pixels a site to 16 channels, and back",
        200_000,
        AdamW.of(5e-4),
        0.999,
        SEED,
        () ->
            new LearnAutoencoder(
                AutoencoderConfig.TINY, AutoencoderLoss.TINY, SEED, DType.BFLOAT16));
  }
}
