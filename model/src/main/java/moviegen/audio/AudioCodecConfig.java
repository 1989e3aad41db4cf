package moviegen.audio;

import java.util.List;

/**
 * The shape of a codec.
 *
 * @param sampleRate of the wave (Hz)
 * @param encoderWidth channels at full rate in the encoder; every level doubles them
 * @param rates by how much each level shortens, even numbers; their product is the hop
 * @param hiddenWidth channels between the encoder or decoder and the latent's projections
 * @param latentChannels channels of a latent
 * @param decoderWidth channels at the latent rate in the decoder; every level halves them
 * @param lapped whether a linear transform goes beside the convolutions, which the public one has
 *     not
 */
public record AudioCodecConfig(
    int sampleRate,
    int encoderWidth,
    List<Integer> rates,
    int hiddenWidth,
    int latentChannels,
    int decoderWidth,
    boolean lapped) {
  private static final List<Integer> RATES = List.of(2, 8, 10, 12);

  /** The public DAC-VAE's at 48 kHz: 128 channels 25 times a second, as in the paper. */
  public static final AudioCodecConfig DAC_48K =
      new AudioCodecConfig(48_000, 64, RATES, 1024, 128, 1536, false);

  /** The tiny cast's, which two cores can train. */
  public static final AudioCodecConfig TINY =
      new AudioCodecConfig(48_000, 16, RATES, 256, 128, 384, true);

  /** For tests: every part, as small as can be. */
  public static final AudioCodecConfig MINIATURE =
      new AudioCodecConfig(48_000, 4, RATES, 32, 8, 64, true);

  public AudioCodecConfig {
    rates = List.copyOf(rates);
    if (sampleRate < 1 || encoderWidth < 1 || hiddenWidth < 1 || latentChannels < 1) {
      throw new IllegalArgumentException(
          "Sample rate %d, encoder width %d, hidden width %d, latent channels %d, expected 1 or more"
              .formatted(sampleRate, encoderWidth, hiddenWidth, latentChannels));
    }
    if (rates.isEmpty() || rates.stream().anyMatch(rate -> rate < 2 || rate % 2 != 0)) {
      throw new IllegalArgumentException("Rates are %s, expected even numbers".formatted(rates));
    }
    if (decoderWidth < 1 || decoderWidth % (1 << rates.size()) != 0) {
      throw new IllegalArgumentException(
          "decoder width is %d, expected a multiple of %d for %d levels"
              .formatted(decoderWidth, 1 << rates.size(), rates.size()));
    }
  }

  /** Samples of the wave that become one latent. */
  public int hop() {
    return rates.stream().reduce(1, Math::multiplyExact);
  }

  /** Latents a second. */
  public double latentRate() {
    return sampleRate / (double) hop();
  }

  /** Latents of a wave of {@code samples} samples. */
  public long latents(long samples) {
    return Math.ceilDiv(samples, hop());
  }
}
