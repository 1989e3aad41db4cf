package moviegen.audio;

import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;

/**
 * A learned linear way from a wave to its latents and back, beside the deep one: windows of two
 * hops that overlap by half. It begins as the lowest frequencies of a modified discrete cosine
 * transform (Princen, Johnson, Bradley 1987), whose overlaps add up to the wave itself, so that
 * phases are kept from the first step on.
 */
record LappedTransform(Downsample in, Upsample out) {
  /** What brings the coefficients of usual sound to about one. */
  private static final double GAIN = 3;

  LappedTransform(Params params, int channels, int hop) {
    this(
        new Downsample(
            params.at("in"),
            1,
            channels,
            hop,
            shape -> HostMemory.tensor(rows(channels, hop, GAIN), shape)),
        new Upsample(
            params.at("out"),
            channels,
            1,
            hop,
            shape -> HostMemory.tensor(rows(channels, hop, 1 / GAIN), shape)));
  }

  /** One cosine a channel, from low to high, under a sine window. */
  private static float[] rows(int channels, int hop, double gain) {
    int length = 2 * hop;
    float[] rows = new float[channels * length];
    for (int k = 0; k < channels; k++) {
      for (int i = 0; i < length; i++) {
        double window = Math.sin(Math.PI * (i + 0.5) / length);
        double wave = Math.cos(Math.PI / hop * (i + 0.5 + hop / 2.0) * (k + 0.5));
        rows[k * length + i] = (float) (gain * window * wave * Math.sqrt(2.0 / hop));
      }
    }
    return rows;
  }

  /** (b t 1) → (b n c). */
  Tensor encode(Tensor wave) {
    return in.forward(wave);
  }

  /** (b n c) → (b t 1). */
  Tensor decode(Tensor latents) {
    return out.forward(latents);
  }
}
