package moviegen.wan;

import java.util.List;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** Linear layers that look at the same tokens, in the form in which they are fast. */
sealed interface Projection {
  /**
   * @param x (b n in)
   * @return one for each layer (b n out)
   */
  List<Tensor> forward(Tensor x);

  /** As a block's only layer. */
  default Tensor apply(Tensor x) {
    return forward(x).getFirst();
  }

  /** Layers as they come. */
  record Plain(List<Linear> layers) implements Projection {
    @Override
    public List<Tensor> forward(Tensor x) {
      return layers.stream().map(layer -> layer.forward(x)).toList();
    }
  }

  /** Layers in 8 bits. */
  record Narrow(LinearInt8 joined, int count) implements Projection {
    @Override
    public List<Tensor> forward(Tensor x) {
      return joined.forward(x).chunk(count, x.rank() - 1);
    }
  }

  /** How the layers of a transformer's blocks compute. */
  enum Form {
    PLAIN,
    INT8;

    /** The layers {@code names} below {@code params}, from {@code in} to {@code out} each. */
    Projection of(Params params, int in, int out, String... names) {
      return switch (this) {
        case PLAIN ->
            new Plain(
                List.of(names).stream()
                    .map(name -> Linear.biased(params.at(name), in, out))
                    .toList());
        case INT8 -> new Narrow(LinearInt8.of(params, in, out, List.of(names)), names.length);
      };
    }
  }
}
