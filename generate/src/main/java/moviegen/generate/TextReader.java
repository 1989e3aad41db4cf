package moviegen.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moviegen.checkpoint.KeyMap;
import moviegen.clip.ClipConfig;
import moviegen.clip.ClipTextTower;
import moviegen.generate.WeightsFile.Loaded;
import moviegen.tensor.DType;
import moviegen.text.T5Config;
import moviegen.text.T5Encoder;
import moviegen.text.TextFeatures;
import moviegen.text.TextTower;
import moviegen.text.Tokenizer;
import moviegen.transformer.TextTokens;

/** The text towers of a cast, open while the prompts of one request are read (section 3.1.4). */
final class TextReader implements AutoCloseable {
  private final OwnCast cast;
  private final DType compute;
  private final List<Runnable> closing = new ArrayList<>();
  private final Map<String, TextTower> towers = new LinkedHashMap<>();

  private TextReader(OwnCast cast, DType compute) {
    this.cast = cast;
    this.compute = compute;
  }

  /** Opens the towers that a transformer of {@code cast} lists by their names. */
  static TextReader open(OwnCast cast, List<String> names, DType compute) {
    var reader = new TextReader(cast, compute);
    try {
      names.forEach(name -> reader.towers.put(name, reader.tower(name)));
      return reader;
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private TextTower tower(String name) {
    return switch (name) {
      case "text" -> new TextTower(tokenizer(), encoder(name), TextTower.TINY_LONGEST);
      case "clip" -> clip();
      case "bytes" -> TextTower.ofQuotes(encoder(name));
      default ->
          throw new IllegalArgumentException(
              "The cast \"%s\" wants a text tower \"%s\", expected text, clip or bytes."
                  .formatted(cast.name(), name));
    };
  }

  private T5Encoder encoder(String part) {
    try (var file = WeightsFile.open(cast, part)) {
      return kept(
          file.load(
              file.config(T5Config.class),
              compute,
              (params, config) -> new T5Encoder(params, config, compute)));
    }
  }

  private TextTower clip() {
    try (var file = WeightsFile.open(cast, "clip")) {
      var config = file.config(ClipConfig.class);
      var tower =
          kept(
              file.load(
                  config,
                  KeyMap.below("text"),
                  compute,
                  (params, shape) -> new ClipTextTower(params, shape, compute)));
      return new TextTower(
          tokenizer(),
          (ids, mask) ->
              new TextFeatures(tower.forward(ids, mask).tokens().mul(mask.unsqueeze(2)), mask),
          config.contextLength());
    }
  }

  private <M> M kept(Loaded<M> loaded) {
    closing.add(loaded::close);
    return loaded.model();
  }

  private Tokenizer tokenizer() {
    var tokenizer = Tokenizer.read(cast.part("tokenizer").file());
    closing.add(tokenizer::close);
    return tokenizer;
  }

  /** The prompt as the transformer was trained to read it, after the rate (section 3.1.3). */
  static String asTrained(Request request) {
    return "FPS-%d %s".formatted(request.fps(), request.prompt().strip());
  }

  /** What each tower says of {@code text}, one that is silent of an empty one. */
  List<TextTokens> read(String text) {
    var tokens = new ArrayList<TextTokens>();
    towers.forEach(
        (name, tower) -> {
          boolean silent = cast.silent().filter(name::equals).isPresent();
          var features = tower.read(List.of(silent ? "" : text));
          tokens.add(new TextTokens(features.features(), features.mask()));
        });
    return tokens;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
    closing.clear();
  }
}
