package moviegen.audio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * The DAC-VAE: sound at 48 kHz to a continuous latent 25 times a second, and back (paper, section
 * 6.1). Waves are (b t) from -1 to 1, latents (b n c); the last hop of samples is filled up with
 * the wave's mirror image.
 */
public final class AudioCodec {
  private static final long PIECE = 50;

  /** How much of the deep way's spread is in a latent at first. */
  private static final double QUIET = 0.1;

  /** What softplus makes a deviation of 0.05. */
  private static final double SURE = -3;

  private final AudioCodecConfig config;
  private final DType compute;
  private final CodecEncoder encoder;
  private final Linear moments;
  private final Linear latents;
  private final CodecDecoder decoder;
  private final Optional<LappedTransform> lapped;
  private final Tensor latentMean;
  private final Tensor latentStd;

  /**
   * @param compute the type to compute in, whatever the parameters' own
   */
  public AudioCodec(Params params, AudioCodecConfig config, DType compute) {
    this.config = config;
    this.compute = compute;
    encoder = new CodecEncoder(params.at("encoder"), config);
    moments = moments(params.at("moments"), config);
    latents = Linear.biased(params.at("latents"), config.latentChannels(), config.hiddenWidth());
    decoder = new CodecDecoder(params.at("decoder"), config);
    lapped =
        config.lapped()
            ? Optional.of(
                new LappedTransform(params.at("lapped"), config.latentChannels(), config.hop()))
            : Optional.empty();
    latentMean = params.at("latent").constant("mean", Init.ZEROS, config.latentChannels());
    latentStd = params.at("latent").constant("std", Init.ONES, config.latentChannels());
  }

  /** Small means and small deviations at first. */
  private static Linear moments(Params params, AudioCodecConfig config) {
    int channels = config.latentChannels();
    var init = Init.normal(QUIET / Math.sqrt(config.hiddenWidth()));
    Init bias = _ -> Ops.cat(List.of(Ops.zeros(channels), Ops.ones(channels).mul(SURE)), 0);
    return new Linear(
        params.get("weight", init, 2L * channels, config.hiddenWidth()),
        Optional.of(params.get("bias", bias, 2L * channels)));
  }

  public AudioCodecConfig config() {
    return config;
  }

  /** Encodes a wave of a multiple of the hop as a whole: (b t) → (b n c), float32. */
  public Posterior posterior(Tensor wave) {
    var deep = Posterior.of(moments.forward(hidden(wave)).to(DType.FLOAT32));
    return lapped
        .map(transform -> transform.encode(wave.to(compute).unsqueeze(2)).to(DType.FLOAT32))
        .map(linear -> new Posterior(deep.mean().add(linear), deep.scale()))
        .orElse(deep);
  }

  /** What the encoder sees in a wave before its posterior: (b t) → (b n hidden). */
  Tensor hidden(Tensor wave) {
    if (wave.rank() != 2 || wave.size(1) == 0 || wave.size(1) % config.hop() != 0) {
      throw new IllegalArgumentException(
          "A wave has shape %s, expected (b t) with a multiple of %d samples"
              .formatted(Arrays.toString(wave.shape()), config.hop()));
    }
    return encoder.forward(wave.to(compute).unsqueeze(2));
  }

  /** Decodes what {@link #posterior} says as a whole: (b n c) → (b t), float32. */
  public Tensor reconstruct(Tensor latent) {
    var deep = decoder.forward(latents.forward(latent.to(compute))).to(DType.FLOAT32);
    return lapped
        .map(transform -> deep.add(transform.decode(latent.to(compute)).to(DType.FLOAT32)))
        .orElse(deep)
        .squeeze(2);
  }

  /** The standardized latents of a wave of any length: (b t) → (b n c). */
  public Tensor encode(Tensor wave) {
    return encode(wave.size(1), Wave.of(wave));
  }

  /** The standardized latents of a wave that is read piece by piece: (b n c). */
  public Tensor encode(long samples, Wave wave) {
    if (samples < 1) {
      throw new IllegalArgumentException("A wave has %d samples, expected 1".formatted(samples));
    }
    return Scope.tidy(
        () -> {
          long batch = wave.samples(0, 1).size(0);
          var all = Ops.zeros(batch, config.latents(samples), config.latentChannels());
          chunks()
              .encode(
                  samples,
                  wave,
                  piece -> posterior(piece).mean(),
                  (start, piece) -> put(piece, all, start));
          return all.sub(latentMean).div(latentStd);
        });
  }

  /** The first {@code samples} samples of standardized latents: (b n c) → (b t). */
  public Tensor decode(Tensor latent, long samples) {
    return Scope.tidy(
        () -> {
          var all = Ops.zeros(latent.size(0), samples);
          decodeInto(latent, samples, (start, piece) -> put(piece, all, start));
          return all;
        });
  }

  /**
   * Hands on the first {@code samples} samples of standardized latents piece by piece.
   *
   * @param sink takes each piece (b t), which lives until it returns
   */
  public void decode(Tensor latent, long samples, Consumer<Tensor> sink) {
    decodeInto(latent, samples, (_, piece) -> sink.accept(piece));
  }

  private void decodeInto(Tensor latent, long samples, CodecChunks.Sink sink) {
    if (samples < 1 || config.latents(samples) > latent.size(1)) {
      throw new IllegalArgumentException(
          "%d samples of %d latents, expected 1 to %d"
              .formatted(samples, latent.size(1), latent.size(1) * config.hop()));
    }
    try (var _ = Scope.open()) {
      var needed = destandardize(latent.narrow(1, 0, config.latents(samples)));
      chunks().decode(needed, samples, this::reconstruct, sink);
    }
  }

  /** From standardized latents to the decoder's own. */
  public Tensor destandardize(Tensor latent) {
    return latent.to(DType.FLOAT32).mul(latentStd).add(latentMean);
  }

  /** Notes by how much {@code latents} (b n c), as they come, are to be standardized. */
  public void standardizeBy(Tensor latents) {
    latentMean.copy_(latents.meanKeeping(0, 1).reshape(-1));
    latentStd.copy_(latents.stdKeeping(0, 1).reshape(-1));
  }

  private CodecChunks chunks() {
    return new CodecChunks(config, PIECE);
  }

  /** Copies a piece, without its history, to its place. */
  private static void put(Tensor piece, Tensor all, long start) {
    all.narrow(1, start, piece.size(1)).copy_(piece.detach());
  }
}
