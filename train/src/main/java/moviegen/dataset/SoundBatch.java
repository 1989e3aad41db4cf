package moviegen.dataset;

import java.util.Arrays;
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

  /** {@code count} of these from {@code start} on. */
  public SoundBatch part(int start, int count) {
    return new SoundBatch(
        count, samples, Arrays.copyOfRange(values, start * samples, (start + count) * samples));
  }

  /** (b t), float32. */
  public Tensor tensor() {
    return HostMemory.tensor(values, count, samples);
  }
}
