package moviegen.generate;

import java.util.List;
import moviegen.generate.WeightsFile.Loaded;
import moviegen.tensor.DType;
import moviegen.text.T5Config;
import moviegen.text.T5Encoder;
import moviegen.text.TextTower;
import moviegen.text.Tokenizer;
import moviegen.transformer.TextTokens;

/** The text tower and its tokenizer, open while the prompts of one request are read. */
final class TextReader implements AutoCloseable {
  private final Tokenizer tokenizer;
  private final Loaded<T5Encoder> encoder;
  private final TextTower tower;

  private TextReader(Tokenizer tokenizer, Loaded<T5Encoder> encoder) {
    this.tokenizer = tokenizer;
    this.encoder = encoder;
    tower = new TextTower(tokenizer, encoder.model(), TextTower.TINY_LONGEST);
  }

  static TextReader open(OwnCast cast, DType compute) {
    var tokenizer = Tokenizer.read(cast.part("tokenizer").file());
    try (var file = WeightsFile.open(cast, "text")) {
      return new TextReader(
          tokenizer,
          file.load(
              file.config(T5Config.class),
              compute,
              (params, config) -> new T5Encoder(params, config, compute)));
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /** The prompt as the transformer was trained to read it, after the rate (section 3.1.3). */
  static String asTrained(Request request) {
    return "FPS-%d %s".formatted(request.fps(), request.prompt().strip());
  }

  TextTokens read(String text) {
    var features = tower.read(List.of(text));
    return new TextTokens(features.features(), features.mask());
  }

  @Override
  public void close() {
    encoder.close();
    tokenizer.close();
  }
}
