package moviegen.generate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import moviegen.generate.WeightsFile.Loaded;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Scope;
import moviegen.text.ByteTokens;
import moviegen.text.Denoising;
import moviegen.text.T5Config;
import moviegen.text.T5Denoiser;
import moviegen.text.T5Encoder;
import moviegen.text.TextIds;
import moviegen.text.TextTower;
import moviegen.text.TokenBatch;
import moviegen.text.Tokenizer;

/**
 * A text tower with what it learned with, which writes down what was read: the attributes of a
 * caption, the letters of a sign.
 */
public final class WritingTower implements AutoCloseable {
  private final Loaded<T5Encoder> encoder;
  private final Loaded<T5Denoiser> writer;
  private final TextIds ids;
  private final Function<int[], String> texts;
  private final int end;
  private final int longest;
  private final Runnable onClose;

  private WritingTower(
      OwnCast cast,
      String part,
      TextIds ids,
      Function<int[], String> texts,
      int words,
      int longest,
      Runnable onClose) {
    this.ids = ids;
    this.texts = texts;
    this.longest = longest;
    this.onClose = onClose;
    end = new Denoising(words).end();
    cast.requireFor(part, part + "-writer");
    var compute = MatrixRate.fastest();
    encoder = encoder(cast, part, compute);
    try (var file = WeightsFile.open(cast, part + "-writer")) {
      writer =
          file.load(
              file.config(T5Config.class),
              compute,
              (params, config) -> new T5Denoiser(encoder.model(), params, config, compute));
    } catch (RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  private static Loaded<T5Encoder> encoder(OwnCast cast, String part, DType compute) {
    try (var file = WeightsFile.open(cast, part)) {
      return file.load(
          file.config(T5Config.class),
          compute,
          (params, config) -> new T5Encoder(params, config, compute));
    }
  }

  /** The prompt-level tower, which writes captions as lists of attributes among others. */
  public static WritingTower ofPrompts(Cast cast) {
    var file = cast.part("tokenizer").file();
    var tokenizer = Tokenizer.read(file);
    try {
      return new WritingTower(
          cast.own(),
          "text",
          tokenizer::encode,
          tokenizer::decode,
          Tokenizer.count(file),
          TextTower.TINY_LONGEST,
          tokenizer::close);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /** The character-level tower, which writes letters as signs have them. */
  public static WritingTower ofQuotes(Cast cast) {
    return new WritingTower(
        cast.own(),
        "bytes",
        ByteTokens::encode,
        ByteTokens::decode,
        ByteTokens.BYTES,
        TextTower.TINY_QUOTED,
        () -> {});
  }

  /** What it writes of each of {@code read}. */
  public List<String> write(List<String> read) {
    return write(read, "");
  }

  /**
   * What it writes of each of {@code read}.
   *
   * @param beginning of every text, which tells a list of attributes from a caption
   */
  public List<String> write(List<String> read, String beginning) {
    int[] marked = ids.of(beginning, longest);
    int[] first = Arrays.copyOf(marked, marked.length - ids.of("", longest).length); // no end yet
    try (var _ = Scope.open()) {
      var tokens = TokenBatch.of(read.stream().map(text -> ids.of(text, longest)).toList());
      return writer.model().write(tokens.ids(), tokens.mask(), first, end, longest).stream()
          .map(texts)
          .toList();
    }
  }

  /** A text as it would be written without a fault. */
  public String asWritten(String text) {
    return texts.apply(ids.of(text, longest));
  }

  @Override
  public void close() {
    writer.close();
    encoder.close();
    onClose.run();
  }
}
