package moviegen.wan;

import static moviegen.tensor.Axis.axis;

import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** What goes around a level of the autoencoder of Wan 2.2: averages down, copies up. */
final class Shortcuts {
  private Shortcuts() {}

  /**
   * Gathers blocks of frames and pixels into channels and averages neighboring ones.
   *
   * @param x (b t h w c), zeros put before where {@code frames} does not divide t
   * @return (b t/frames h/side w/side out)
   */
  static Tensor down(Tensor x, int out, int frames, int side) {
    long missing = (frames - x.size(1) % frames) % frames;
    var whole = missing == 0 ? x : Ops.padZeros(x, 0, 0, 0, 0, 0, 0, missing, 0);
    var gathered =
        whole.rearrange(
            "b (t i) (h j) (w k) c -> b t h w (c i j k)",
            axis("i", frames),
            axis("j", side),
            axis("k", side));
    return gathered
        .rearrange("b t h w (c g) -> b t h w c g", axis("c", out))
        .meanKeeping(5)
        .squeeze(5);
  }

  /**
   * Copies channels and spreads them over blocks of frames and pixels.
   *
   * @param x (b t h w c)
   * @param first whether the first frame is to stay one
   * @return (b t·frames h·side w·side out)
   */
  static Tensor up(Tensor x, int out, int frames, int side, boolean first) {
    long copies = (long) out * frames * side * side / x.size(4);
    long[] shape = x.shape();
    var copied = x.unsqueeze(5).expand(shape[0], shape[1], shape[2], shape[3], shape[4], copies);
    var spread =
        copied
            .reshape(shape[0], shape[1], shape[2], shape[3], shape[4] * copies)
            .rearrange(
                "b t h w (c i j k) -> b (t i) (h j) (w k) c",
                axis("i", frames),
                axis("j", side),
                axis("k", side));
    return first ? spread.narrow(1, frames - 1, spread.size(1) - frames + 1) : spread;
  }
}
