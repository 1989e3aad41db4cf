package moviegen.dataset;

import java.util.Arrays;
import java.util.stream.IntStream;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;

/**
 * Sounds and what is heard in them, made by threads without tensors.
 *
 * @param kinds one where a kind is heard, kinds of one sound after those of the other
 * @param modes of their music, -1 where there is none
 * @param paces of their music, -1 where there is none
 */
public record HeardBatch(SoundBatch sound, float[] kinds, int[] modes, int[] paces) {
  /** {@code count} of these from {@code start} on. */
  public HeardBatch part(int start, int count) {
    int each = kinds.length / sound.count();
    return new HeardBatch(
        sound.part(start, count),
        Arrays.copyOfRange(kinds, start * each, (start + count) * each),
        Arrays.copyOfRange(modes, start, start + count),
        Arrays.copyOfRange(paces, start, start + count));
  }

  /** (b k), float32. */
  public Tensor kindsTensor() {
    return HostMemory.tensor(kinds, sound.count(), kinds.length / sound.count());
  }

  /** One where there is music (b 1), float32. */
  public Tensor musicTensor() {
    float[] there = new float[modes.length];
    for (int i = 0; i < there.length; i++) {
      there[i] = modes[i] >= 0 ? 1 : 0;
    }
    return HostMemory.tensor(there, there.length, 1);
  }

  /** The places of sounds with music. */
  public long[] withMusic() {
    return IntStream.range(0, modes.length).filter(i -> modes[i] >= 0).asLongStream().toArray();
  }
}
