package moviegen.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import moviegen.checkpoint.KeyMap;
import moviegen.clip.ClipConfig;
import moviegen.clip.ClipTextTower;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.text.T5Config;
import moviegen.text.T5Encoder;
import moviegen.text.TextFeatures;
import moviegen.text.TextTower;
import moviegen.text.Tokenizer;
import moviegen.transformer.TextTokens;

/**
 * The text towers of a cast in the making, side by side and not learned any more (paper §3.1.4).
 * They read captions as they come; what they say is not kept.
 */
public final class FrozenTowers implements AutoCloseable {
  /** How often one tower of several is shown an empty text, so that none is leaned on alone. */
  private static final double HIDDEN = 0.1;

  private static final String TOKENIZER = "tokenizer";

  private final CastFolder cast;
  private final DType compute;
  private final List<Runnable> open = new ArrayList<>();
  private final List<TextTower> towers = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private final Set<String> parts = new LinkedHashSet<>();

  private FrozenTowers(CastFolder cast, DType compute) {
    this.cast = cast;
    this.compute = compute;
  }

  /**
   * Opens the towers called {@code names}: {@code text}, {@code clip} or {@code bytes}.
   *
   * @param compute the type to compute in
   */
  public static FrozenTowers open(CastFolder cast, List<String> names, DType compute) {
    var towers = new FrozenTowers(cast, compute);
    try {
      names.forEach(towers::add);
      return towers;
    } catch (RuntimeException e) {
      towers.close();
      throw e;
    }
  }

  private void add(String name) {
    parts.add(name);
    switch (name) {
      case "text" -> {
        var config = cast.config(name, T5Config.class);
        add(
            new TextTower(tokenizer(), encoder(name, config), TextTower.TINY_LONGEST),
            config.width());
      }
      case "clip" -> {
        var config = cast.config(name, ClipConfig.class);
        add(clip(name, config), config.text().width());
      }
      case "bytes" -> {
        var config = cast.config(name, T5Config.class);
        add(TextTower.ofQuotes(encoder(name, config)), config.width());
      }
      default ->
          throw new IllegalArgumentException(
              "There is no text tower \"%s\", expected text, clip or bytes".formatted(name));
    }
  }

  private void add(TextTower tower, int width) {
    towers.add(tower);
    widths.add(width);
  }

  private T5Encoder encoder(String part, T5Config config) {
    return cast.load(part, compute, source -> new T5Encoder(frozen(source), config, compute));
  }

  private TextTower clip(String part, ClipConfig config) {
    var tower =
        cast.load(
            part,
            KeyMap.below("text"),
            compute,
            source -> new ClipTextTower(frozen(source), config, compute));
    return new TextTower(
        tokenizer(),
        (ids, mask) ->
            new TextFeatures(tower.forward(ids, mask).tokens().mul(mask.unsqueeze(2)), mask),
        config.contextLength());
  }

  private Params frozen(Params.Source source) {
    var params = Params.frozen(source);
    open.add(params::close);
    return params;
  }

  private Tokenizer tokenizer() {
    parts.add(TOKENIZER);
    var tokenizer = Tokenizer.read(cast.file(TOKENIZER));
    open.add(tokenizer::close);
    return tokenizer;
  }

  /** The widths of their features, in their order. */
  public List<Integer> widths() {
    return List.copyOf(widths);
  }

  /** The parts of the cast that they are. */
  public Set<String> parts() {
    return Set.copyOf(parts);
  }

  /** What each tower is to read of {@code captions} where nothing is hidden. */
  public List<List<String>> each(List<String> captions) {
    return towers.stream().map(_ -> captions).toList();
  }

  /** The same in training: one tower or another sees an empty text now and then. */
  public List<List<String>> hidden(List<String> captions, SplittableRandom random) {
    if (towers.size() == 1) {
      return each(captions);
    }
    return towers.stream()
        .map(_ -> captions.stream().map(text -> random.nextDouble() < HIDDEN ? "" : text).toList())
        .toList();
  }

  /** Of the texts for each tower, {@code count} from {@code start} on. */
  static List<List<String>> some(List<List<String>> texts, int start, int count) {
    return texts.stream().map(each -> each.subList(start, start + count)).toList();
  }

  /** What each tower says of its texts. */
  public List<TextTokens> read(List<List<String>> texts) {
    return IntStream.range(0, towers.size())
        .mapToObj(i -> read(towers.get(i), texts.get(i)))
        .toList();
  }

  private static TextTokens read(TextTower tower, List<String> captions) {
    try (var _ = Native.noGrad()) {
      var features = tower.read(captions);
      return new TextTokens(features.features(), features.mask());
    }
  }

  @Override
  public void close() {
    open.forEach(Runnable::run);
    open.clear();
  }
}
