package moviegen.audio;

import java.util.Arrays;
import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * What is seen during each latent of a soundtrack.
 *
 * @param values (b n k)
 * @param present 1 where there is a film, 0 where sound is made without one (b)
 */
public record FrameFeatures(Tensor values, Tensor present) {
  public FrameFeatures {
    if (values.rank() != 3 || present.rank() != 1 || values.size(0) != present.size(0)) {
      throw new IllegalArgumentException(
          "Frame features have shape %s and presence %s, expected (b n k) and (b)"
              .formatted(Arrays.toString(values.shape()), Arrays.toString(present.shape())));
    }
  }

  /**
   * The features of a film's frames at the middle of each latent, between those of the two frames
   * whose middles lie around it.
   *
   * @param frames (b t k)
   * @param frameRate frames a second
   * @param latents of the soundtrack
   * @param latentRate latents a second
   */
  public static FrameFeatures resampled(
      Tensor frames, double frameRate, long latents, double latentRate) {
    return resampled(frames, 0, frameRate, 0, latents, latentRate);
  }

  /**
   * The same of a part of a soundtrack, from a part of the film.
   *
   * @param firstFrame the number of the first of {@code frames} in the film
   * @param first the number of the part's first latent
   */
  public static FrameFeatures resampled(
      Tensor frames,
      long firstFrame,
      double frameRate,
      long first,
      long latents,
      double latentRate) {
    long last = frames.size(1) - 1;
    var places =
        Ops.arange(latents)
            .to(DType.FLOAT32)
            .add(first + 0.5)
            .mul(frameRate / latentRate)
            .add(-0.5 - firstFrame)
            .clamp(0, last);
    var before = places.clamp(0, Math.max(0, last - 1)).to(DType.INT64);
    var share = places.sub(before.to(DType.FLOAT32)).unsqueeze(1).to(frames.dtype());
    var after = before.to(DType.FLOAT32).add(1).clamp(0, last).to(DType.INT64);
    var early = frames.indexSelect(1, before);
    var values = Ops.addcmul(early, frames.indexSelect(1, after).sub(early), share);
    return new FrameFeatures(values, Ops.ones(frames.size(0)));
  }

  /** No film at all. */
  public static FrameFeatures none(long batch, long latents, int width) {
    return new FrameFeatures(Ops.zeros(batch, latents, width), Ops.zeros(batch));
  }

  /**
   * A frame as a whole, where in it what is, and what has changed there since the frame before.
   *
   * @param pooled of the whole frame (b t k)
   * @param places of a small grid over the frame, (b t (h w c))
   * @return (b t k + 2 h w c)
   */
  public static Tensor withPlaces(Tensor pooled, Tensor places) {
    var first = places.narrow(1, 0, 1);
    var before = Ops.cat(List.of(first, places.narrow(1, 0, places.size(1) - 1)), 1);
    return Ops.cat(List.of(pooled, places, places.sub(before)), 2);
  }
}
