package moviegen.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import moviegen.checkpoint.CheckpointSource;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * A T5 encoder that is never in memory as a whole: of its table of words only the rows that occur
 * are read, and of its layers one at a time, through which all texts go before the next is read. It
 * gives what {@link T5Encoder} gives on the same weights.
 */
public final class StreamedT5 {
  private static final Pattern MATRIX = Pattern.compile(".*\\.(attention|feed_forward)\\..*");

  private final CheckpointSource weights;
  private final T5Config config;
  private final DType compute;

  /**
   * @param weights under our names, as the file has them
   * @param compute the type to compute in; norms and positions stay in float32
   */
  public StreamedT5(CheckpointSource weights, T5Config config, DType compute) {
    this.weights = weights;
    this.config = config;
    this.compute = compute;
  }

  /**
   * Encodes texts, each by itself, so that none has padding to look at.
   *
   * @param texts ids, at least one each
   * @return (1 m c) for each text
   */
  public List<Tensor> encode(List<int[]> texts) {
    var states = new ArrayList<Tensor>();
    texts.forEach(ids -> states.add(Scope.tidy(() -> embed(ids))));
    with(
        root -> {
          var shared = RelativePositions.shared(root, config, true);
          for (int i = 0; i < config.depth(); i++) {
            layer(i, states, shared);
          }
          var norm = new RmsNorm(root.at("norm"), config.width());
          advance(states, x -> norm.forward(x).to(compute));
        });
    return List.copyOf(states);
  }

  private Tensor embed(int... ids) {
    long[] rows = Arrays.stream(ids).asLongStream().toArray();
    return weights.rows("embedding.weight", rows).to(DType.FLOAT32).unsqueeze(0);
  }

  private void layer(int i, List<Tensor> states, Optional<RelativePositions> shared) {
    with(
        root -> {
          var block = new T5Block(root.at("blocks").at(i), config, compute);
          advance(
              states,
              x -> {
                var none = Ops.zeros(1, 1, 1, 1);
                var bias = shared.map(p -> p.forward((int) x.size(1))).orElse(none);
                return block.forward(x, bias);
              });
        });
  }

  /** Lends parameters that are gone afterwards. */
  private void with(Consumer<Params> use) {
    try (var params = Params.frozen(this::weight)) {
      use.accept(params);
    }
  }

  private Tensor weight(String name, Init init, long... shape) {
    boolean matrix = MATRIX.matcher(name).matches();
    return weights.get(name, init, shape).to(matrix ? compute : DType.FLOAT32);
  }

  private static void advance(List<Tensor> states, UnaryOperator<Tensor> step) {
    for (int i = 0; i < states.size(); i++) {
      var before = states.get(i);
      states.set(i, Scope.tidy(() -> step.apply(before)));
      before.close();
    }
  }
}
