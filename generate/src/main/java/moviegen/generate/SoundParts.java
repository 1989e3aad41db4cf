package moviegen.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import moviegen.audio.AudioCodec;
import moviegen.audio.AudioCodecConfig;
import moviegen.audio.AudioTransformer;
import moviegen.audio.FilmSight;
import moviegen.audio.SoundConfig;
import moviegen.audio.SoundFit;
import moviegen.audio.SoundFitConfig;
import moviegen.audio.SoundPrompt;
import moviegen.audio.SoundText;
import moviegen.checkpoint.KeyMap;
import moviegen.clip.ClipConfig;
import moviegen.generate.WeightsFile.Loaded;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.text.T5Config;
import moviegen.text.T5Encoder;
import moviegen.text.TextTower;
import moviegen.text.Tokenizer;

/** The networks of a cast that make sound, loaded until they are closed. */
final class SoundParts implements AutoCloseable {
  /** What a cast must have to make sound; {@code sync} chooses among candidates. */
  private static final List<String> NEEDED = List.of("codec", "sound", "clip", "text", "tokenizer");

  private static final String SYNC = "sync";

  private final OwnCast cast;
  private final DType compute;
  private final List<Loaded<?>> open = new ArrayList<>();
  private final AudioCodec codec;
  private final SoundConfig config;
  private final AudioTransformer transformer;
  private final FilmSight sight;
  private final Optional<SoundFit> fit;

  private SoundParts(OwnCast cast, DType compute) {
    this.cast = cast;
    this.compute = compute;
    codec =
        load(
            "codec",
            AudioCodecConfig.class,
            KeyMap.IDENTITY,
            (params, shape) -> new AudioCodec(params, shape, compute));
    config = config();
    transformer =
        load(
            "sound",
            SoundConfig.class,
            KeyMap.IDENTITY,
            (params, shape) -> new AudioTransformer(params, shape.transformer()));
    sight =
        load(
            "clip",
            ClipConfig.class,
            KeyMap.IDENTITY.drop("text\\..*"),
            (params, shape) -> new FilmSight(params, shape, config.sight(), compute));
    fit =
        cast.find(SYNC).map(_ -> load(SYNC, SoundFitConfig.class, KeyMap.IDENTITY, SoundFit::new));
  }

  /** Whether a cast can make sound. */
  static boolean areIn(OwnCast cast) {
    return NEEDED.stream().allMatch(part -> cast.find(part).isPresent());
  }

  /**
   * Reads the parts.
   *
   * @throws IllegalArgumentException where the cast lacks one
   */
  static SoundParts load(OwnCast cast, DType compute) {
    for (var part : NEEDED) {
      Limits.require(
          cast.find(part).isPresent(),
          "The cast \"%s\" makes no sound: it has no part \"%s\".",
          cast.name(),
          part);
    }
    return new SoundParts(cast, compute);
  }

  private SoundConfig config() {
    try (var file = WeightsFile.open(cast, "sound")) {
      return file.config(SoundConfig.class);
    }
  }

  private <C, M> M load(String part, Class<C> type, KeyMap keys, BiFunction<Params, C, M> model) {
    try (var file = WeightsFile.open(cast, part)) {
      Loaded<M> loaded = file.load(file.config(type), keys, compute, model);
      open.add(loaded);
      return loaded.model();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  DType compute() {
    return compute;
  }

  AudioCodec codec() {
    return codec;
  }

  SoundConfig shape() {
    return config;
  }

  AudioTransformer transformer() {
    return transformer;
  }

  FilmSight sight() {
    return sight;
  }

  Optional<SoundFit> fit() {
    return fit;
  }

  /** What the text tower says of texts; it is open for as long as that takes. */
  SoundText read(List<String> texts) {
    try (var tokenizer = Tokenizer.read(cast.part("tokenizer").file());
        var file = WeightsFile.open(cast, "text");
        var encoder =
            file.load(
                file.config(T5Config.class),
                compute,
                (params, shape) -> new T5Encoder(params, shape, compute))) {
      var features = new TextTower(tokenizer, encoder.model(), SoundPrompt.LONGEST).read(texts);
      return new SoundText(features.features(), features.mask());
    }
  }

  @Override
  public void close() {
    open.forEach(Loaded::close);
    open.clear();
  }
}
