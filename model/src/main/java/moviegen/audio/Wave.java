package moviegen.audio;

import java.util.ArrayList;
import java.util.List;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** Sound that is read piece by piece. */
@FunctionalInterface
public interface Wave {
  /**
   * @param start the first sample
   * @param length how many, none beyond the end
   * @return (b length)
   */
  Tensor samples(long start, long length);

  /** A wave that is there as a whole (b t). */
  static Wave of(Tensor wave) {
    return (start, length) -> wave.narrow(1, start, length);
  }

  /** Mirrors {@code wave} (b t) at its last sample until it has {@code length} samples. */
  static Tensor mirrored(Tensor wave, long length) {
    if (wave.size(1) == 1) {
      return wave.expand(wave.size(0), length);
    }
    List<Tensor> parts = new ArrayList<>(List.of(wave));
    long missing = length - wave.size(1);
    var next = wave.flip(1);
    while (missing > 0) {
      long more = Math.min(missing, next.size(1) - 1);
      parts.add(next.narrow(1, 1, more));
      missing -= more;
      next = next.flip(1);
    }
    return parts.size() == 1 ? wave : Ops.cat(parts, 1);
  }
}
