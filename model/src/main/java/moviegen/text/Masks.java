package moviegen.text;

import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;

/** Who may look at whom, as something to add to the scores. */
final class Masks {
  /** Makes a softmax zero, and is finite, so that a row that sees nothing has no NaN. */
  private static final float HIDDEN = -1e9f;

  private Masks() {}

  /** Hides the keys that are no token: (b m) of ones and zeros → (b 1 1 m). */
  static Tensor hide(Tensor mask) {
    return mask.to(DType.FLOAT32).add(-1).mul(-HIDDEN).unsqueeze(1).unsqueeze(1);
  }

  /** Hides from each of {@code length} tokens those behind it: (1 1 n n). */
  static Tensor causal(int length, Device device) {
    var bias = new float[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = query + 1; key < length; key++) {
        bias[query * length + key] = HIDDEN;
      }
    }
    return HostMemory.tensor(bias, 1, 1, length, length).to(device);
  }
}
