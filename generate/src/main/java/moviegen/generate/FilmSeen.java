package moviegen.generate;

import moviegen.audio.FilmSight;
import moviegen.audio.FrameFeatures;
import moviegen.audio.SightConfig;
import moviegen.audio.SoundWindows;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/**
 * What was seen of a film, of which only a window at a time is unpacked.
 *
 * @param kept every frame as it was looked at (1 t k), bfloat16
 * @param latentRate latents of sound a second
 */
record FilmSeen(Tensor kept, SightConfig sight, double latentRate) {
  /** What is seen during each latent of a window (1 n k'), float32. */
  Tensor during(SoundWindows.Window window) {
    double ratio = FilmSight.RATE / latentRate;
    long last = kept.size(1) - 1;
    // One frame more than is looked at: what has changed is told by the one before.
    long from = Math.clamp((long) Math.floor((window.start() + 0.5) * ratio - 0.5) - 1, 0, last);
    long end = window.start() + window.length();
    long to = Math.clamp((long) Math.ceil((end + 0.5) * ratio) + 1, from, last);
    var part = kept.narrow(1, from, to - from + 1).to(DType.FLOAT32);
    return FrameFeatures.resampled(
            FilmSight.withChanges(part, sight),
            from,
            FilmSight.RATE,
            window.start(),
            window.length(),
            latentRate)
        .values();
  }
}
