package moviegen.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.dataset.JudgedScene;
import moviegen.judge.JudgeConfig;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;

/**
 * Every recipe, in the order in which the tiny cast is made (paper §3.2, in small).
 *
 * @param cast where parts are left and found
 * @param runs where runs live, and latents
 * @param compute the type to compute in
 * @param miniature whether everything is as small as can be, to see the whole way in seconds
 * @param changed parts of the cast that may be others than those a stage's predecessor learned from
 */
public record Recipes(
    CastFolder cast, Path runs, DType compute, boolean miniature, Set<String> changed) {
  /** What is called like a recipe, but is the mean of what others have made. */
  public static final String AVERAGE = "average";

  private static final String FIDELITY =
      "evaluate autoencoder: 30 dB, 27 dB in the subject, SSIM 0.92, no stratum under 25 dB";
  private static final long SEED = 1;
  private static final int JUDGE_BATCH = 8;
  private static final long MINIATURE_STEPS = 20;

  public Recipes {
    changed = Set.copyOf(changed);
  }

  public Recipes(CastFolder cast, Path runs, DType compute, boolean miniature) {
    this(cast, runs, compute, miniature, Set.of());
  }

  public Recipes withChanged(Set<String> parts) {
    return new Recipes(cast, runs, compute, miniature, parts);
  }

  /** Those that compute in the type that this machine is fastest in; the miniature in float32. */
  public static Recipes onThisMachine(CastFolder cast, Path runs, boolean miniature) {
    var compute = miniature ? DType.FLOAT32 : MatrixRate.choose();
    return new Recipes(cast, runs, compute, miniature);
  }

  /** Every recipe to read about, none of which is to be carried out. */
  public static List<Recipe> listed() {
    var nowhere = Path.of("");
    return new Recipes(new CastFolder(nowhere), nowhere, DType.FLOAT32, false).all();
  }

  public List<Recipe> all() {
    var whole =
        Stream.of(
                List.of(autoencoder(), decoder()),
                new TowerRecipes(this).list(),
                new VideoRecipes(this).list(),
                List.of(judge()),
                new SoundRecipes(cast, runs, compute, miniature).list())
            .flatMap(List::stream)
            .toList();
    return miniature
        ? whole.stream().map(recipe -> recipe.withSteps(MINIATURE_STEPS)).toList()
        : whole;
  }

  /** The recipe called {@code name}. */
  public Recipe named(String name) {
    return all().stream()
        .filter(recipe -> recipe.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no recipe \"%s\", expected one of %s."
                        .formatted(
                            name, String.join(", ", all().stream().map(Recipe::name).toList()))));
  }

  /** Averages the fine-tunings, which is the last step of all and no training. */
  public void average() {
    new VideoRecipes(this).average();
  }

  private Recipe autoencoder() {
    return new Recipe(
            "autoencoder",
            "films to latents, 8×8×8 pixels to a site of 16 channels, and back",
            10_000,
            Muon.of(1e-3, 5e-4).cooling(0.9),
            0.998,
            SEED,
            () ->
                new LearnAutoencoder(
                    miniature ? AutoencoderConfig.MINIATURE : AutoencoderConfig.TINY,
                    AutoencoderLoss.TINY,
                    SEED,
                    compute))
        .withGate(FIDELITY);
  }

  private Recipe decoder() {
    return new Recipe(
            "decoder",
            "latents to films, better, from where the autoencoder ended and by the same latents",
            4_000,
            Muon.of(7e-4, 4e-4).cooling(0.9),
            0.998,
            SEED + 1,
            () -> LearnDecoder.of(cast, AutoencoderLoss.TINY, SEED + 1, compute))
        .withGate(FIDELITY);
  }

  private Recipe judge() {
    return new Recipe(
            "judge",
            "the reader that has learned from drawings what a film shows, to measure by",
            4_000,
            Muon.of(1.2e-3, 1e-3),
            0.998,
            SEED,
            () ->
                new LearnJudge(
                    miniature
                        ? JudgeConfig.miniature(JudgedScene.questions())
                        : JudgeConfig.tiny(JudgedScene.questions()),
                    miniature ? 2 : JUDGE_BATCH,
                    SEED,
                    compute))
        .withGate("evaluate readers: 97 % of the values right, camera and action 92 %");
  }
}
