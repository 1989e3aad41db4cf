package moviegen.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import moviegen.audio.AudioCodecConfig;
import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.clip.ClipConfig;
import moviegen.dataset.LatentCache;
import moviegen.dataset.Stage;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.text.T5Config;
import moviegen.text.T5Encoder;
import moviegen.text.TextTower;
import moviegen.text.Tokenizer;
import moviegen.transformer.TransformerConfig;
import moviegen.world.Lexicon;

/**
 * Every recipe, in the order in which the tiny cast is made (paper §3.2, in small).
 *
 * @param cast where parts are left and found
 * @param runs where runs live, and latents
 * @param compute the type to compute in
 * @param miniature whether everything is as small as can be, to see the whole way in seconds
 */
public record Recipes(CastFolder cast, Path runs, DType compute, boolean miniature) {
  private static final long SEED = 1;
  private static final int VIDEO_BATCH = 32;
  private static final int CLIP_BATCH = 64;
  private static final int SOUND_BATCH = 8;
  private static final int SOUND_LATENTS = 24;
  private static final long MINIATURE_STEPS = 20;

  /** Those that compute in the type that this machine is fastest in; the miniature in float32. */
  public static Recipes onThisMachine(CastFolder cast, Path runs, boolean miniature) {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    var compute = miniature ? DType.FLOAT32 : MatrixRate.fastest();
    return new Recipes(cast, runs, compute, miniature);
  }

  /** Every recipe to read about, none of which is to be carried out. */
  public static List<Recipe> listed() {
    var nowhere = Path.of("");
    return new Recipes(new CastFolder(nowhere), nowhere, DType.FLOAT32, false).all();
  }

  public List<Recipe> all() {
    var whole = List.of(autoencoder(), text(), clip(), first(), video64(), video128(), codec());
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

  private Recipe autoencoder() {
    return new Recipe(
        "autoencoder",
        "films to latents, 8×8×8 pixels to a site of 16 channels, and back",
        8_600,
        Muon.of(1e-3, 5e-4),
        0.998,
        SEED,
        () ->
            new LearnAutoencoder(
                miniature ? AutoencoderConfig.MINIATURE : AutoencoderConfig.TINY,
                AutoencoderLoss.TINY,
                SEED,
                compute));
  }

  private Recipe text() {
    return new Recipe(
        "text",
        "the tower that reads prompts, by a mixture of denoisers on captions",
        12_000,
        AdamW.of(1e-3),
        0.999,
        SEED,
        () -> {
          var file = tokenizer();
          return new LearnText(
              Tokenizer.read(file),
              Tokenizer.count(file),
              miniature ? T5Config::miniature : T5Config::tiny,
              SEED,
              compute,
              needs("tokenizer"));
        });
  }

  private Recipe clip() {
    return new Recipe(
        "clip",
        "the towers in which stills and captions find each other",
        6_000,
        AdamW.of(5e-4),
        0.998,
        SEED,
        () -> {
          var file = tokenizer();
          int words = Tokenizer.count(file);
          return new LearnClip(
              Tokenizer.read(file),
              miniature ? ClipConfig.miniature(words) : ClipConfig.tiny(words),
              miniature ? 8 : CLIP_BATCH,
              SEED,
              compute,
              needs("tokenizer"));
        });
  }

  private Path tokenizer() {
    if (!cast.has("tokenizer")) {
      cast.put("tokenizer", "tokenizer.json", Lexicon::writeTokenizer);
      cast.put("words", "words.json", Lexicon::writeWords);
    }
    return cast.file("tokenizer");
  }

  private Recipe first() {
    return new Recipe(
        "first",
        "a small transformer, at once on images and films of 128 pixels: a film within an hour",
        6_000,
        AdamW.of(1e-3),
        0.998,
        SEED,
        () ->
            video(
                TransformerConfig.FIRST,
                stages(Stage.IMAGES_128, Stage.FILMS_128),
                SEED,
                Params.random()));
  }

  private Recipe video64() {
    return new Recipe(
        "video-64",
        "the transformer, on images and films of 64 pixels",
        40_000,
        AdamW.of(6e-4),
        0.999,
        SEED,
        () ->
            video(
                TransformerConfig.TINY,
                stages(Stage.IMAGES_128, Stage.FILMS_64),
                SEED,
                Params.random()));
  }

  private Recipe video128() {
    return new Recipe(
        "video-128",
        "the transformer, on images and films of 128 pixels, from where video-64 ended",
        60_000,
        AdamW.of(3e-4),
        0.999,
        SEED + 1,
        () ->
            cast.load(
                "transformer",
                DType.FLOAT32,
                source ->
                    video(
                        TransformerConfig.TINY,
                        stages(Stage.IMAGES_128, Stage.FILMS_128),
                        SEED + 1,
                        Params.trainable(source))));
  }

  private Recipe codec() {
    return new Recipe(
        "codec",
        "sound of 48 kHz to 25 latents a second of 64 channels, and back",
        20_000,
        AdamW.of(5e-4),
        0.998,
        SEED,
        () ->
            new LearnCodec(
                miniature ? AudioCodecConfig.MINIATURE : AudioCodecConfig.TINY,
                CodecLoss.TINY,
                miniature ? 2 : SOUND_BATCH,
                miniature ? 3 : SOUND_LATENTS,
                SEED,
                compute));
  }

  private Objective video(TransformerConfig size, List<Stage> stages, long seed, Params params) {
    var caches = stages.stream().map(this::latents).toList();
    var tokenizer = Tokenizer.read(cast.file("tokenizer"));
    var frozen = new ArrayList<Params>();
    var encoder =
        part(
            "text",
            frozen,
            source -> new T5Encoder(source, cast.config("text", T5Config.class), compute));
    return new LearnVideo(
        params,
        transformer(size),
        new TextTower(tokenizer, encoder, TextTower.TINY_LONGEST),
        caches.stream().flatMap(cache -> cache.shards().stream()).toList(),
        miniature ? 2 : VIDEO_BATCH,
        seed,
        compute,
        needs("autoencoder", "text", "tokenizer"),
        () -> {
          caches.forEach(LatentCache::close);
          frozen.forEach(Params::close);
          tokenizer.close();
        });
  }

  private List<Stage> stages(Stage... stages) {
    return Stream.of(stages).map(stage -> miniature ? stage.miniature() : stage).toList();
  }

  private TransformerConfig transformer(TransformerConfig size) {
    var config = miniature ? TransformerConfig.MINIATURE : size;
    return config.withTextWidths(List.of(cast.config("text", T5Config.class).width()));
  }

  private LatentCache latents(Stage stage) {
    var frozen = new ArrayList<Params>();
    var autoencoder =
        part(
            "autoencoder",
            frozen,
            source ->
                new Autoencoder(
                    source, cast.config("autoencoder", AutoencoderConfig.class), compute));
    try {
      return LatentCache.open(
          runs.resolve("latents"),
          stage,
          autoencoder::encode,
          cast.sha256("autoencoder"),
          made -> System.err.printf("\r%s: %d of %d shards", stage.name(), made, stage.shards()));
    } finally {
      System.err.println();
      frozen.forEach(Params::close);
    }
  }

  private <M> M part(String name, List<Params> frozen, Function<Params, M> model) {
    return cast.load(
        name,
        compute,
        source -> {
          var params = Params.frozen(source);
          frozen.add(params);
          return model.apply(params);
        });
  }

  private Map<String, String> needs(String... parts) {
    var needs = new TreeMap<String, String>();
    Stream.of(parts).forEach(part -> needs.put(part, cast.sha256(part)));
    return needs;
  }
}
