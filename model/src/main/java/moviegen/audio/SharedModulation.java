package moviegen.audio;

import static moviegen.tensor.Axis.axis;

import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** Turns the time into shifts, scales and gates, once for all layers; zero at first. */
record SharedModulation(Linear project, int parts) {
  SharedModulation(Params params, int width, int parts) {
    this(Linear.biased(params, width, parts * width, Init.ZEROS), parts);
  }

  /**
   * @param time the embedded time (b c)
   * @return (b parts c)
   */
  Tensor forward(Tensor time) {
    return project.forward(time.silu()).rearrange("b (k c) -> b k c", axis("k", parts));
  }
}
