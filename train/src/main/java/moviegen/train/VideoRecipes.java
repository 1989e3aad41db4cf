package moviegen.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.dataset.LatentCache;
import moviegen.dataset.LatentMix;
import moviegen.dataset.Stage;
import moviegen.nn.Params;
import moviegen.transformer.TransformerConfig;

/** The stages of the transformer's training, each going on from the one before (paper §3.2). */
record VideoRecipes(Recipes all) {
  /** The fine-tunings whose weights are averaged. */
  static final List<String> FINE_TUNINGS = List.of("fine-a", "fine-b", "fine-c");

  private static final long SEED = 1;
  private static final LearnVideo.Batch BATCH = new LearnVideo.Batch(32, 8_192);
  private static final LearnVideo.Batch MINIATURE = new LearnVideo.Batch(2, 8_192);
  private static final String FLAT =
      "metrics.csv: the validation loss falls by less than 1 % in the last fifth of the steps";
  private static final String ALIGNMENT = "evaluate alignment: ";

  private static final TransformerConfig SIZE = TransformerConfig.TINY;

  /** What a stage's share of the steps is, beside the others. */
  private record Share(Stage stage, double share) {}

  private static final List<Share> IMAGES = List.of(new Share(Stage.IMAGES_64, 1));

  private static final List<Share> FILMS_AND_IMAGES_64 =
      List.of(new Share(Stage.IMAGES_64, 1), new Share(Stage.FILMS_64, 3));

  private static final List<Share> FILMS_AND_IMAGES_128 =
      List.of(new Share(Stage.IMAGES_128, 1), new Share(Stage.FILMS_128, 3));

  /** Stages in which half of the tokens go past the middle layers. */
  private static final Set<String> ROUTED = Set.of("video-128");

  List<Recipe> list() {
    return List.of(
        first(),
        images64(),
        joint64(),
        video64(),
        video128(),
        whole128(),
        long128(),
        fine("fine-a", "a", "b", 1e-4, "long-128"),
        fine("fine-b", "b", "c", 5e-5, "long-128"),
        fine("fine-c", "c", "a", 1e-4, "whole-128"));
  }

  private Recipe first() {
    return new Recipe(
        "first",
        "with one text tower, images and films of 128 pixels at once: a film within an hour",
        6_000,
        AdamW.of(1e-3),
        0.998,
        SEED,
        () ->
            learn(
                SIZE.withTextTowers(List.of("text"), List.of(1)),
                List.of(new Share(Stage.IMAGES_128, 1), new Share(Stage.FILMS_128, 1)),
                SEED,
                Params.random()));
  }

  private Recipe images64() {
    return new Recipe(
            "images-64",
            "the transformer, on images of 64 pixels",
            4_000,
            AdamW.of(2e-3),
            0.999,
            SEED,
            () -> learn(SIZE, IMAGES, SEED, Params.random()))
        .withGate(FLAT);
  }

  /** Both at once from nothing: beside images-64 and video-64 in as many hours (paper §3.2). */
  private Recipe joint64() {
    return new Recipe(
        "joint-64",
        "as video-64, from nothing",
        12_000,
        AdamW.of(1e-3),
        0.999,
        SEED,
        () -> learn(SIZE, FILMS_AND_IMAGES_64, SEED, Params.random()));
  }

  private Recipe video64() {
    return next(
            "video-64",
            "the transformer, on images and films of 64 pixels",
            12_000,
            AdamW.of(6e-4),
            FILMS_AND_IMAGES_64,
            "images-64")
        .withGate(FLAT);
  }

  private Recipe video128() {
    return next(
            "video-128",
            "the transformer, on images and films of 128 pixels",
            8_000,
            Muon.of(1.5e-3, 7.5e-4),
            FILMS_AND_IMAGES_128,
            "video-64")
        .withGate(FLAT);
  }

  private Recipe whole128() {
    return next(
            "whole-128",
            "the same, every token through every layer",
            500,
            Muon.of(6e-4, 3e-4),
            FILMS_AND_IMAGES_128,
            "video-128")
        .withGate(ALIGNMENT + "a subject of the asked color moves in the asked place");
  }

  private Recipe long128() {
    var stages = new ArrayList<>(FILMS_AND_IMAGES_128);
    Stage.LONG_128.forEach(stage -> stages.add(new Share(stage, 1)));
    return next(
            "long-128",
            "the transformer, on films of up to sixteen seconds",
            1_500,
            Muon.of(3e-4, 2e-4),
            List.copyOf(stages),
            "whole-128")
        .withGate("evaluate quality: 16 s without drift");
  }

  /** Fine-tuning on two of the three picked sets. */
  private Recipe fine(String name, String set, String other, double rate, String from) {
    var stages = new ArrayList<Share>();
    for (var letter : List.of(set, other)) {
      stages.add(new Share(Stage.picked(letter, 32, 12), 3));
      stages.add(new Share(Stage.picked(letter, Stage.LONGEST, 3), 1));
    }
    return next(
            name,
            "the transformer, on picked films from where %s ended".formatted(from),
            500,
            AdamW.of(rate),
            List.copyOf(stages),
            from)
        .withGate(ALIGNMENT + "not below " + from);
  }

  private Recipe next(
      String name,
      String purpose,
      long steps,
      Optimizer optimizer,
      List<Share> stages,
      String before) {
    long seed = SEED + 1 + Math.floorMod(name.hashCode(), 1_000);
    return new Recipe(
        name, purpose, steps, optimizer, 0.999, seed, () -> goOn(name, before, stages, seed));
  }

  private Objective goOn(String name, String before, List<Share> stages, long seed) {
    boolean routed = ROUTED.contains(name);
    return begin(name, before)
        .map(
            from ->
                from.load(source -> learn(SIZE, stages, seed, Params.trainable(source), routed)))
        .orElseGet(() -> learn(SIZE, stages, seed, Params.random(), routed));
  }

  /** What a run begins with, unless it has begun. */
  private Optional<Predecessor> begin(String name, String before) {
    var run = RunFolder.of(all.runs(), name);
    return Files.exists(run.state())
        ? Optional.empty()
        : Optional.of(
            Predecessor.of(
                RunFolder.of(all.runs(), before), all.cast(), before, name, all.changed()));
  }

  private Objective learn(TransformerConfig size, List<Share> shares, long seed, Params params) {
    return learn(size, shares, seed, params, false);
  }

  private Objective learn(
      TransformerConfig size, List<Share> shares, long seed, Params params, boolean routed) {
    var portions = new ArrayList<LatentMix.Portion>();
    for (var share : shares) {
      var stage = all.miniature() ? share.stage().miniature() : share.stage();
      portions.add(new LatentMix.Portion(stage.name(), share.share(), latents(stage)));
    }
    var towers = FrozenTowers.open(all.cast(), size.textTowers(), all.compute());
    var needs = new TreeSet<>(towers.parts());
    needs.add("autoencoder");
    var config = all.miniature() ? TransformerConfig.MINIATURE : size;
    return new LearnVideo(
        params,
        config.withTextTowers(size.textTowers(), towers.widths()),
        towers,
        new LatentMix(portions),
        all.miniature() ? MINIATURE : BATCH,
        seed,
        all.compute(),
        routed,
        all.cast().hashes(needs));
  }

  private LatentCache latents(Stage stage) {
    var frozen = new ArrayList<Params>();
    var autoencoder =
        all.cast()
            .load(
                "autoencoder",
                all.compute(),
                source -> {
                  var params = Params.frozen(source);
                  frozen.add(params);
                  return new Autoencoder(
                      params,
                      all.cast().config("autoencoder", AutoencoderConfig.class),
                      all.compute());
                });
    try {
      return LatentCache.open(
          all.runs().resolve("latents"),
          stage,
          autoencoder::encode,
          all.cast().hashesOf("autoencoder"),
          made -> System.err.printf("\r%s: %d of %d shards", stage.name(), made, stage.shards()));
    } finally {
      System.err.println();
      frozen.forEach(Params::close);
    }
  }

  /** Averages the fine-tunings into the cast's transformer. */
  void average() {
    var files = new ArrayList<Path>();
    for (var name : FINE_TUNINGS) {
      files.add(RunFolder.of(all.runs(), name).part());
    }
    Average.of(files, all.cast());
  }
}
