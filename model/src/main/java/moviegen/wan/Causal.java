package moviegen.wan;

import java.util.List;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** A layer through which a film goes piece by piece. */
@FunctionalInterface
interface Causal {
  /**
   * @param x (b t h w c)
   * @param cache what the pieces before have left
   */
  Tensor forward(Tensor x, FrameCache cache);

  /** Through all layers in order; what lies between them is freed on the way. */
  static Tensor chain(List<? extends Causal> layers, Tensor x, FrameCache cache) {
    var y = x;
    for (Causal layer : layers) {
      var before = y;
      y = Scope.tidy(() -> layer.forward(before, cache));
      if (before != x && before != y) {
        before.close();
      }
    }
    return y;
  }
}
