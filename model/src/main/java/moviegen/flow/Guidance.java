package moviegen.flow;

import java.util.List;
import java.util.function.Function;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Classifier-free guidance: away from what is unwanted, by {@code scale}: v = u + scale (w − u). A
 * scale of one is no guidance, and costs nothing.
 */
public record Guidance(double scale) {
  public static final Guidance NONE = new Guidance(1);

  /** The paper's. */
  public static final Guidance STRONG = new Guidance(7.5);

  public Guidance {
    if (!(scale >= 0 && scale <= 100)) {
      throw new IllegalArgumentException("guidance is " + scale + ", expected 0 to 100");
    }
  }

  public boolean isNone() {
    return scale == 1;
  }

  /**
   * Evaluates both fields as one batch of twice the size.
   *
   * @param network the field under a batch of conditions, one after the other
   */
  public <C> Velocity together(Function<List<C>, Velocity> network, C wanted, C unwanted) {
    if (isNone()) {
      return network.apply(List.of(wanted));
    }
    var both = network.apply(List.of(unwanted, wanted));
    return (x, time) -> {
      var parts = both.at(Ops.cat(List.of(x, x), 0), time).chunk(2, 0);
      return mix(parts.get(1), parts.get(0));
    };
  }

  /** Evaluates both fields one after the other, in half the memory. */
  public Velocity apart(Velocity wanted, Velocity unwanted) {
    return isNone() ? wanted : (x, time) -> mix(wanted.at(x, time), unwanted.at(x, time));
  }

  private Tensor mix(Tensor wanted, Tensor unwanted) {
    return unwanted.add(wanted.sub(unwanted).mul(scale));
  }
}
