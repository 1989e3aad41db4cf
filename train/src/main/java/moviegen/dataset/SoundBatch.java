package moviegen.dataset;

import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;

/**
 * Pieces of sound of one length side by side, made by threads without tensors.
 *
 * @param count how many
 * @param samples of each
 * @param values one piece after the other
 */
public record SoundBatch(int count, int samples, float[] values) {
  public static SoundBatch empty(int count, int samples) {
    return new SoundBatch(count, samples, new float[Math.multiplyExact(count, samples)]);
  }

  /** Fills place {@code index} with the piece of {@code sound} that starts at {@code from}. */
  public void put(int index, float[] sound, int from) {
    System.arraycopy(sound, from, values, index * samples, samples);
  }

  /** (b t), float32. */
  public Tensor tensor() {
    return HostMemory.tensor(values, count, samples);
  }
}
