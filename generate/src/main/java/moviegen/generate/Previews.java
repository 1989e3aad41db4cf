package moviegen.generate;

import java.util.TreeMap;
import java.util.function.Function;
import moviegen.flow.Velocity;
import moviegen.media.Bicubic;
import moviegen.media.Frames;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * First looks at the middle of a film while it is sampled: the clean latents that a step predicts,
 * x + (1 − t) v, as colors. The early ones are painted by {@link LatentColors}, the late ones
 * decoded.
 */
final class Previews {
  private static final double[] PAINTED = {0.1, 0.2, 0.3, 0.4, 0.5};
  private static final double[] DECODED = {0.6, 0.8};

  private final Function<Tensor, Frames> decoder;
  private @Nullable LatentColors colors;

  /**
   * @param decoder decodes one standardized latent frame (1 c 1 h w), and gives one frame
   */
  Previews(Function<Tensor, Frames> decoder) {
    this.decoder = decoder;
  }

  /** The same field, with an onlooker who sees at some of its steps where it leads. */
  Velocity show(Velocity velocity, int steps, Onlooker onlooker) {
    if (!onlooker.watches()) {
      return velocity;
    }
    var looks = new TreeMap<Integer, Boolean>();
    for (double share : PAINTED) {
      looks.put((int) (share * steps), false);
    }
    for (double share : DECODED) {
      looks.put((int) (share * steps), true);
    }
    var step = new int[1];
    return (x, time) -> {
      var v = velocity.at(x, time);
      var sharp = looks.get(step[0]++);
      if (sharp != null) {
        try (var _ = Scope.open()) {
          onlooker.see(look(x.add(v.mul(1 - time)), sharp));
        }
      }
      return v;
    };
  }

  private Frames look(Tensor latents, boolean sharp) {
    var middle = latents.narrow(2, latents.size(2) / 2, 1);
    var known = colors;
    if (sharp) {
      return decoder.apply(middle);
    }
    var values = HostMemory.floats(middle);
    if (known == null) {
      var decoded = decoder.apply(middle);
      known = LatentColors.fit(values, decoded, decoded.width() / (int) middle.size(4));
      colors = known;
      return decoded;
    }
    int height = (int) middle.size(3);
    int width = (int) middle.size(4);
    return Bicubic.resize(known.paint(values, height, width), 8 * width, 8 * height);
  }
}
