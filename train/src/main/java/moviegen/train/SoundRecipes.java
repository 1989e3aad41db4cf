package moviegen.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import moviegen.audio.AudioCodec;
import moviegen.audio.AudioCodecConfig;
import moviegen.audio.AudioTransformerConfig;
import moviegen.audio.FilmSight;
import moviegen.audio.SightConfig;
import moviegen.audio.SoundConfig;
import moviegen.audio.SoundFitConfig;
import moviegen.audio.SoundPrompt;
import moviegen.checkpoint.KeyMap;
import moviegen.clip.ClipConfig;
import moviegen.dataset.SoundCache;
import moviegen.dataset.SoundShard;
import moviegen.dataset.SoundStage;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.text.T5Config;
import moviegen.text.T5Encoder;
import moviegen.text.TextTower;
import moviegen.text.Tokenizer;

/**
 * The recipes of the parts that hear and make sound, in their order (paper §6.1, in small).
 *
 * @param cast where parts are left and found
 * @param runs where runs live, and what is kept of films with sound
 * @param compute the type to compute in
 * @param miniature whether everything is as small as can be
 */
record SoundRecipes(CastFolder cast, Path runs, DType compute, boolean miniature) {
  private static final long SEED = 1;
  private static final int CODEC_BATCH = 8;
  private static final int CODEC_LATENTS = 24;
  private static final int BATCH = 16;
  private static final int FIT_BATCH = 32;
  private static final int EAR_BATCH = 16;
  private static final int SECONDS = 4;

  /** Latents of the longest piece that the transformer learns from: ten seconds. */
  private static final int LONGEST = 250;

  /** Latents of a piece for the score: two seconds. */
  private static final int FIT_LATENTS = 50;

  List<Recipe> list() {
    return List.of(codec(), ear(), sync(), sound());
  }

  private Recipe codec() {
    return new Recipe(
        "codec",
        "sound of 48 kHz to 25 latents a second of 128 channels, and back",
        6_000,
        AdamW.of(5e-4),
        0.998,
        SEED,
        () ->
            new LearnCodec(
                miniature ? AudioCodecConfig.MINIATURE : AudioCodecConfig.TINY,
                CodecLoss.TINY,
                miniature ? 2 : CODEC_BATCH,
                miniature ? 3 : CODEC_LATENTS,
                SEED,
                compute));
  }

  private Recipe ear() {
    return new Recipe(
        "ear",
        "the judge of sound: kinds, music, its mode and pace, learned from true sound",
        4_000,
        AdamW.of(1e-3),
        0.998,
        SEED,
        () ->
            new LearnEar(
                LearnEar.config(miniature),
                miniature ? 2 : EAR_BATCH,
                miniature ? 1 : SECONDS,
                SEED));
  }

  private Recipe sync() {
    return new Recipe(
        "sync",
        "the score by which candidates are ranked: which sound fits which film, and when",
        6_000,
        AdamW.of(5e-4),
        0.998,
        SEED,
        () -> {
          var cache = films();
          int channels = codecConfig().latentChannels();
          return new LearnSoundFit(
              miniature
                  ? SoundFitConfig.miniature(channels, sight())
                  : SoundFitConfig.tiny(channels, sight()),
              cache.examples,
              miniature ? 2 : FIT_BATCH,
              miniature ? 20 : FIT_LATENTS,
              SEED,
              needs("codec", "clip"),
              cache::close);
        });
  }

  private Recipe sound() {
    return new Recipe(
        "sound",
        "the transformer that makes the latents of sound, from films and texts",
        20_000,
        AdamW.of(5e-4),
        0.999,
        SEED,
        () -> {
          var cache = films();
          var tokenizer = Tokenizer.read(cast.file("tokenizer"));
          var frozen = new ArrayList<Params>();
          var encoder =
              cast.load(
                  "text",
                  compute,
                  source -> {
                    var params = Params.frozen(source);
                    frozen.add(params);
                    return new T5Encoder(params, cast.config("text", T5Config.class), compute);
                  });
          return new LearnSound(
              soundConfig(),
              new TextTower(tokenizer, encoder, SoundPrompt.LONGEST),
              cache.examples,
              miniature ? 2 : BATCH,
              SEED,
              compute,
              needs("codec", "clip", "text", "tokenizer"),
              () -> {
                cache.close();
                frozen.forEach(Params::close);
                tokenizer.close();
              });
        });
  }

  private SoundConfig soundConfig() {
    var size = miniature ? AudioTransformerConfig.MINIATURE : AudioTransformerConfig.TINY;
    var transformer =
        size.withWidths(sight().width(), cast.config("text", T5Config.class).width())
            .withLatentChannels(codecConfig().latentChannels());
    return new SoundConfig(transformer, sight(), miniature ? 12 : LONGEST);
  }

  private AudioCodecConfig codecConfig() {
    return cast.config("codec", AudioCodecConfig.class);
  }

  private ClipConfig clipConfig() {
    return cast.config("clip", ClipConfig.class);
  }

  private SightConfig sight() {
    return SightConfig.of(clipConfig().embedding(), clipConfig().grid());
  }

  /** What is kept of the films of all stages, and what frees it. */
  private record Films(SoundExamples examples, List<SoundCache> caches) {
    void close() {
      caches.forEach(SoundCache::close);
    }
  }

  /** Shards of the stages in turn, the last of the short stage at the end. */
  private Films films() {
    var stages =
        SoundStage.ALL.reversed().stream()
            .map(stage -> miniature ? stage.miniature() : stage)
            .toList();
    var caches = stages.stream().map(this::open).toList();
    List<SoundShard> shards = new ArrayList<>();
    List<SoundStage> of = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      for (var shard : caches.get(i).shards()) {
        shards.add(shard);
        of.add(stages.get(i));
      }
    }
    return new Films(SoundExamples.of(shards, of, sight(), codecConfig()), caches);
  }

  private SoundCache open(SoundStage stage) {
    var frozen = new ArrayList<Params>();
    try {
      var sight =
          part(
              "clip",
              KeyMap.IDENTITY.drop("text\\..*"),
              frozen,
              params -> new FilmSight(params, clipConfig(), sight(), compute));
      var codec =
          part(
              "codec",
              KeyMap.IDENTITY,
              frozen,
              params -> new AudioCodec(params, codecConfig(), compute));
      return SoundCache.open(
          runs.resolve("latents"),
          stage,
          new SoundCache.Makers(
              sight.side(),
              sight::look,
              codec::encode,
              cast.sha256("codec") + " " + cast.sha256("clip")),
          made -> System.err.printf("\r%s: %d of %d shards", stage.name(), made, stage.shards()));
    } finally {
      System.err.println();
      frozen.forEach(Params::close);
    }
  }

  private <M> M part(String name, KeyMap keys, List<Params> frozen, Function<Params, M> model) {
    return cast.load(
        name,
        keys,
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
