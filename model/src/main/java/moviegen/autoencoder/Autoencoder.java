package moviegen.autoencoder;

import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/**
 * The Temporal Autoencoder (paper §3.1.1). Films are (b t h w 3) with colors from -1 to 1 and sides
 * that are multiples of 8; latents are (b t/8 h/8 w/8 c), the last group of frames being filled up
 * with its last frame.
 */
public final class Autoencoder {
  private final AutoencoderConfig config;
  private final DType compute;
  private final Encoder encoder;
  private final Decoder decoder;
  private final Tensor latentMean;
  private final Tensor latentStd;

  /**
   * @param compute the type to compute in, whatever the parameters' own
   */
  public Autoencoder(Params params, AutoencoderConfig config, DType compute) {
    this.config = config;
    this.compute = compute;
    encoder = new Encoder(params.at("encoder"), config);
    decoder = new Decoder(params.at("decoder"), config);
    latentMean = params.at("latent").constant("mean", Init.ZEROS, config.latentChannels());
    latentStd = params.at("latent").constant("std", Init.ONES, config.latentChannels());
  }

  public AutoencoderConfig config() {
    return config;
  }

  /** Encodes up to 32 frames at once, as they are; for longer films see {@link TemporalTiling}. */
  public Posterior posterior(Tensor film) {
    check(film);
    return Posterior.of(encoder.forward(film.to(compute)));
  }

  /**
   * Decodes what {@link #posterior} says, without standardization: (b t h w c) → 8 times as much.
   */
  public Tensor reconstruct(Tensor latent) {
    return decoder.forward(latent.to(compute));
  }

  /** The standardized latent of a film of any length: mean 0, standard deviation 1 by channel. */
  public Tensor encode(Tensor film) {
    var mean = TemporalTiling.PAPER.encode(film, tile -> posterior(tile).mean());
    return mean.sub(latentMean).div(latentStd);
  }

  /** The first {@code frames} frames of a standardized latent, colors clamped to -1 to 1. */
  public Tensor decode(Tensor latent, int frames) {
    var film = TemporalTiling.PAPER.decode(destandardize(latent), this::reconstruct);
    return film.narrow(1, 0, frames).clamp(-1, 1);
  }

  /** From standardized latents to the decoder's own. */
  public Tensor destandardize(Tensor latent) {
    return latent.to(DType.FLOAT32).mul(latentStd).add(latentMean);
  }

  /** Notes by how much {@code latents} (b t h w c), as they come, are to be standardized. */
  public void standardizeBy(Tensor latents) {
    latentMean.copy_(latents.meanKeeping(0, 1, 2, 3).reshape(-1));
    latentStd.copy_(latents.stdKeeping(0, 1, 2, 3).reshape(-1));
  }

  private static void check(Tensor film) {
    long[] shape = film.shape();
    if (shape.length != 5 || shape[4] != 3 || shape[2] % 8 != 0 || shape[3] % 8 != 0) {
      throw new IllegalArgumentException(
          "The autoencoder takes films (b t h w 3) with sides of multiples of 8, got "
              + java.util.Arrays.toString(shape));
    }
  }
}
