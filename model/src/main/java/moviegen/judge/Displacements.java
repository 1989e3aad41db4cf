package moviegen.judge;

import static moviegen.tensor.Axis.axis;

import java.util.ArrayList;
import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Where each site's picture is found in the next frame: how well every shift of up to eight pixels
 * fits, softly and sharply chosen.
 */
final class Displacements {
  private static final int REACH = 4;
  private static final int SITE = JudgeConfig.SITE / 2;
  private static final double[] SHARPNESS = {20, 120};

  /** Channels of what is found. */
  static final int CHANNELS = SHARPNESS.length * (2 * REACH + 1) * (2 * REACH + 1);

  private Displacements() {}

  /**
   * Compares the first two frames of every step at half the size.
   *
   * @param films (b t h w 3)
   * @return (b t/2 h/16 w/16 c), float32
   */
  static Tensor of(Tensor films) {
    try (var _ = Native.noGrad()) {
      return Scope.tidy(
          () -> {
            var half = half(films);
            var pairs = half.rearrange("b (t s) h w -> s b t h w", axis("s", JudgeConfig.STRIDE));
            return fits(pairs.select(0, 0), pairs.select(0, 1));
          });
    }
  }

  /** Brightness at half the size (b t h/2 w/2). */
  private static Tensor half(Tensor films) {
    var gray =
        films
            .select(4, 0)
            .mul(0.299)
            .add(films.select(4, 1).mul(0.587))
            .add(films.select(4, 2).mul(0.114));
    return gray.rearrange("b t (h p) (w q) -> b t h w (p q)", axis("p", 2), axis("q", 2))
        .meanKeeping(4)
        .squeeze(4);
  }

  private static Tensor fits(Tensor before, Tensor after) {
    long h = before.size(2);
    long w = before.size(3);
    var wider = Ops.padReplicate(after, REACH, REACH, REACH, REACH);
    List<Tensor> errors = new ArrayList<>();
    for (int y = 0; y <= 2 * REACH; y++) {
      for (int x = 0; x <= 2 * REACH; x++) {
        int top = y;
        int left = x;
        errors.add(Scope.tidy(() -> error(before, wider.narrow(2, top, h).narrow(3, left, w))));
      }
    }
    var error = Ops.stack(errors, 4);
    List<Tensor> fits = new ArrayList<>();
    for (double sharpness : SHARPNESS) {
      fits.add(error.mul(-sharpness).softmax(4));
    }
    return Ops.cat(fits, 4).to(DType.FLOAT32);
  }

  /** Mean absolute difference of every site (b t h w). */
  private static Tensor error(Tensor a, Tensor b) {
    return a.sub(b)
        .abs()
        .rearrange("b t (h p) (w q) -> b t h w (p q)", axis("p", SITE), axis("q", SITE))
        .meanKeeping(4)
        .squeeze(4);
  }
}
