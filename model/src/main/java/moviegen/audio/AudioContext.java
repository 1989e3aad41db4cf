package moviegen.audio;

import java.util.Arrays;
import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * The part of a soundtrack that is known already.
 *
 * @param latents (b n c)
 * @param known 1 where a latent is known, 0 where it is to be made (b n)
 */
public record AudioContext(Tensor latents, Tensor known) {
  public AudioContext {
    if (latents.rank() != 3
        || known.rank() != 2
        || latents.size(0) != known.size(0)
        || latents.size(1) != known.size(1)) {
      throw new IllegalArgumentException(
          "Latents of shape %s do not go with a mask of shape %s"
              .formatted(Arrays.toString(latents.shape()), Arrays.toString(known.shape())));
    }
  }

  /** Nothing is known. */
  public static AudioContext none(long batch, long latents, int channels) {
    return new AudioContext(Ops.zeros(batch, latents, channels), Ops.zeros(batch, latents));
  }

  /** Goes on from the end of {@code before} (b m c), of which {@code latents} in all are heard. */
  public static AudioContext after(Tensor before, long latents) {
    long more = latents - before.size(1);
    if (more < 0) {
      throw new IllegalArgumentException(
          "%d latents are known, expected at most %d".formatted(before.size(1), latents));
    }
    return new AudioContext(
        Ops.padZeros(before, 0, 0, 0, more),
        Ops.padZeros(Ops.ones(before.size(0), before.size(1)), 0, more));
  }

  /** What is known, zero elsewhere, and where it is known: (b n c+1). */
  Tensor channels(DType dtype) {
    var mask = known.unsqueeze(2).to(dtype);
    return Ops.cat(List.of(latents.to(dtype).mul(mask), mask), 2);
  }
}
