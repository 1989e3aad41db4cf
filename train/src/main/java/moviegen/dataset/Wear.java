package moviegen.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** What films suffer that are still films: blur, grain, other light, softened motion. */
public final class Wear {
  private static final double UNTOUCHED = 0.3;
  private static final double GRAIN = 0.06;

  private Wear() {}

  /** Wears each film in another way (b t h w 3). */
  public static Tensor of(Tensor films, SplittableRandom random) {
    List<Tensor> worn = new ArrayList<>();
    for (var film : films.unbind(0)) {
      worn.add(one(film, random));
    }
    return Ops.stack(worn, 0);
  }

  private static Tensor one(Tensor film, SplittableRandom random) {
    if (random.nextDouble() < UNTOUCHED) {
      return film;
    }
    var x = film;
    double blur = random.nextDouble();
    if (blur < 0.5) {
      x = along(along(x, 1, blur), 2, blur);
    } else if (blur < 0.65) {
      x = small(x);
    }
    double softness = random.nextDouble();
    if (softness < 0.3) {
      x = along(x, 0, softness);
    }
    double light = 0.9 + 0.2 * random.nextDouble();
    x = x.mul(light).add(0.1 * random.nextDouble() - 0.05);
    double grain = random.nextDouble();
    if (grain < 0.4) {
      x = x.add(Ops.randn(x.shape()).mul(GRAIN * grain / 0.4));
    }
    return x.clamp(-1, 1);
  }

  /** Mixes each place with its neighbors along an axis. */
  private static Tensor along(Tensor x, int axis, double share) {
    long length = x.size(axis);
    var before = Ops.cat(List.of(x.narrow(axis, 0, 1), x.narrow(axis, 0, length - 1)), axis);
    var after =
        Ops.cat(List.of(x.narrow(axis, 1, length - 1), x.narrow(axis, length - 1, 1)), axis);
    return x.mul(1 - share).add(before.add(after).mul(share / 2));
  }

  /** At half the size and back. */
  private static Tensor small(Tensor x) {
    long[] shape = x.shape();
    var squares = x.reshape(shape[0], shape[1] / 2, 2, shape[2] / 2, 2, shape[3]);
    return squares
        .meanKeeping(2, 4)
        .expand(shape[0], shape[1] / 2, 2, shape[2] / 2, 2, shape[3])
        .reshape(shape);
  }
}
