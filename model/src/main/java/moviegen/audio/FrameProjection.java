package moviegen.audio;

import moviegen.nn.Init;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** What is seen, in the width of what is heard; a learned vector stands for no film. */
record FrameProjection(LayerNorm norm, Linear linear, Tensor absent) {
  FrameProjection(Params params, int in, int width) {
    this(
        new LayerNorm(params.at("norm"), in),
        Linear.biased(params, in, width),
        params.get("absent", Init.ZEROS, width));
  }

  /**
   * @param compute the type to compute in
   * @return (b n width)
   */
  Tensor forward(FrameFeatures frames, DType compute) {
    var present = frames.present().reshape(-1, 1, 1).to(compute);
    var seen = linear.forward(norm.forward(frames.values().to(compute)));
    var unseen = absent.to(compute).mul(present.neg().add(1));
    return seen.mul(present).add(unseen);
  }
}
