package moviegen.transformer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moviegen.flow.Velocity;
import moviegen.nn.Params;
import moviegen.nn.TimeEmbedding;
import moviegen.nn.TimeModulation;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Predicts how noisy latents flow toward the film that a text asks for (paper, section 3.1.3). */
public final class MovieTransformer {
  /** A score so low that its softmax is exactly zero. */
  private static final double PADDING = -30_000;

  private final TransformerConfig config;
  private final TextProjection text;
  private final PatchEmbedding patches;
  private final Positions positions;
  private final TimeEmbedding time;
  private final TimeModulation modulation;
  private final List<TransformerBlock> blocks;
  private final VelocityHead head;

  public MovieTransformer(Params params, TransformerConfig config) {
    this.config = config;
    text = new TextProjection(params.at("text"), config.textWidths(), config.width());
    patches = new PatchEmbedding(params.at("patches"), config);
    positions = new Positions(params.at("positions"), config.places(), config.width());
    time = new TimeEmbedding(params.at("time"), config.width());
    modulation =
        new TimeModulation(params.at("modulation"), config.width(), TransformerBlock.PARTS);
    blocks =
        IntStream.range(0, config.depth())
            .mapToObj(i -> new TransformerBlock(params.at("blocks").at(i), config))
            .toList();
    head = new VelocityHead(params.at("head"), config);
  }

  public TransformerConfig config() {
    return config;
  }

  /**
   * Reads a batch of texts, once for all steps.
   *
   * @param towers one for each text tower, in the order of the config
   * @param compute the type in which the transformer is to compute
   */
  public Conditions conditions(List<TextTokens> towers, DType compute) {
    var tokens = text.forward(towers.stream().map(tower -> tower.features().to(compute)).toList());
    var mask = Ops.cat(towers.stream().map(tower -> tower.mask().to(compute)).toList(), 1);
    return new Conditions(
        blocks.stream().map(block -> block.cross().read(tokens)).toList(),
        mask.mul(-PADDING).add(PADDING).unsqueeze(1).unsqueeze(1));
  }

  /**
   * Predicts the velocity.
   *
   * @param x latents, then the config's extra channels (b c t h w); one frame is an image
   * @param times (b), float32, from 0 (noise) to 1 (data)
   * @return (b c t h w), in the type of {@code x}
   */
  public Tensor forward(Tensor x, Tensor times, Conditions conditions) {
    return forward(x, times, conditions, Optional.empty());
  }

  /**
   * As {@link #forward(Tensor, Tensor, Conditions)}, with a way past the middle for some tokens.
   */
  public Tensor forward(Tensor x, Tensor times, Conditions conditions, Optional<TokenRoute> route) {
    var grid = TokenGrid.of(x);
    var embedded = time.forward(times);
    var layers = new Layers(conditions, modulation.forward(embedded));
    var places = positions.of(grid).to(conditions.dtype());
    var tokens = patches.forward(x.to(conditions.dtype()));
    var seen =
        route
            .map(way -> layers.by(way, tokens, places))
            .orElseGet(() -> layers.through(0, blocks.size(), tokens, places));
    return head.forward(seen, embedded, grid).to(x.dtype());
  }

  /** The layers, for one text and one time. */
  private final class Layers {
    private final Conditions conditions;
    private final Tensor shared;

    Layers(Conditions conditions, Tensor shared) {
      this.conditions = conditions;
      this.shared = shared;
    }

    Tensor through(int from, int to, Tensor tokens, Tensor places) {
      var x = tokens;
      for (int i = from; i < to; i++) {
        var block = blocks.get(i);
        var text = conditions.layers().get(i);
        var before = x;
        x = Scope.tidy(() -> block.forward(before, places, shared, text, conditions.bias()));
      }
      return x;
    }

    Tensor by(TokenRoute route, Tensor tokens, Tensor places) {
      var before = through(0, route.from(), tokens, places);
      var some = through(route.from(), route.to(), route.taken(before, 1), route.taken(places, 0));
      return through(route.to(), blocks.size(), route.joined(some, before), places);
    }
  }

  /** The velocity under these conditions, with one time for the whole batch. */
  public Velocity under(Conditions conditions) {
    return (x, time) -> forward(x, Ops.tensor(time).expand(x.size(0)), conditions);
  }
}
