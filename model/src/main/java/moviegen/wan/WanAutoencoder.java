package moviegen.wan;

import static moviegen.tensor.Axis.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * The causal video autoencoder of the Wan family. Films are (b t h w 3) with colors from -1 to 1,
 * one frame and a multiple of {@link WanAutoencoderConfig#temporalFactor}; latents are (b t h w c),
 * standardized by channel. Both ways a film is worked through piece by piece, a latent frame at a
 * time, so that memory does not grow with its length.
 */
public final class WanAutoencoder {
  private static final Pattern EXACT =
      Pattern.compile("latents\\..*|decoder\\.(in|middle|levels\\.0)\\..*|.*\\.(gamma|bias)");

  private final WanAutoencoderConfig config;
  private final DType compute;
  private final WanEncoder encoder;
  private final PixelLinear moments;
  private final PixelLinear latents;
  private final WanDecoder decoder;

  /**
   * @param compute the type to compute in, whatever the parameters' own
   */
  public WanAutoencoder(Params params, WanAutoencoderConfig config, DType compute) {
    this.config = config;
    this.compute = compute;
    int channels = config.latentChannels();
    encoder = new WanEncoder(params.at("encoder"), config);
    moments = new PixelLinear(params.at("moments"), 2 * channels, 2 * channels, 3);
    latents = new PixelLinear(params.at("latents"), channels, channels, 3);
    decoder = new WanDecoder(params.at("decoder"), config, compute);
  }

  /**
   * The weights of {@code source} in the types that computing in {@code compute} asks for: scales,
   * biases and all of the decoder's smallest level stay in float32, since an error there grows in
   * every level behind it and they are a tenth of the numbers and a twentieth of the work.
   */
  public static Params.Source kept(Params.Source source, DType compute) {
    return (name, init, shape) -> {
      boolean exact = EXACT.matcher(name).matches();
      return source.get(name, init, shape).to(exact ? DType.FLOAT32 : compute);
    };
  }

  public WanAutoencoderConfig config() {
    return config;
  }

  /** The standardized mean of a film's latents, in float32. */
  public Tensor encode(Tensor film) {
    return encode(film, SpatialTiles.WHOLE);
  }

  /**
   * As above, tile by tile.
   *
   * @param film (b t h w 3)
   * @return (b t' h' w' c)
   */
  public Tensor encode(Tensor film, SpatialTiles tiles) {
    check(film);
    return tiles.apply(film, config.spatialFactor(), 1, this::encodeTile);
  }

  private Tensor encodeTile(Tensor film) {
    var parts = new ArrayList<Tensor>();
    try (var cache = new FrameCache()) {
      long at = 0;
      while (at < film.size(1)) {
        var piece = film.narrow(1, at, cache.atStart() ? 1 : config.temporalFactor());
        parts.add(Scope.tidy(() -> encoder.forward(patched(piece.to(compute)), cache)));
        cache.next();
        at += piece.size(1);
      }
    }
    var mean = moments.forward(Ops.cat(parts, 1)).narrow(4, 0, config.latentChannels());
    return mean.to(DType.FLOAT32)
        .sub(channels(config.mean(), film.device()))
        .div(channels(config.std(), film.device()));
  }

  /** The film that standardized latents stand for, colors as they come. */
  public Tensor decode(Tensor latent) {
    return decode(latent, SpatialTiles.WHOLE);
  }

  /**
   * As above, tile by tile.
   *
   * @param latent (b t h w c)
   * @return (b t' h' w' 3)
   */
  public Tensor decode(Tensor latent, SpatialTiles tiles) {
    return tiles.apply(latent, 1, config.spatialFactor(), this::decodeTile);
  }

  private Tensor decodeTile(Tensor latent) {
    var parts = new ArrayList<Tensor>();
    decodeTile(latent, frames -> parts.add(frames.retain()));
    var film = Ops.cat(parts, 1);
    parts.forEach(Tensor::close);
    return film;
  }

  /**
   * Decodes a film and hands it over: its first frame, then several at a time, as they come where
   * one tile covers them.
   */
  public void decode(Tensor latent, SpatialTiles tiles, Consumer<Tensor> frames) {
    if (tiles.cover(latent.size(2), latent.size(3))) {
      decodeTile(latent, frames);
      return;
    }
    try (var _ = Scope.open()) {
      var film = decode(latent, tiles);
      long at = 0;
      while (at < film.size(1)) {
        var piece = film.narrow(1, at, at == 0 ? 1 : config.temporalFactor());
        frames.accept(piece);
        at += piece.size(1);
      }
    }
  }

  /** Decodes a film and hands it over as it comes. */
  public void decode(Tensor latent, Consumer<Tensor> frames) {
    decode(latent, SpatialTiles.WHOLE, frames);
  }

  private void decodeTile(Tensor latent, Consumer<Tensor> frames) {
    try (var _ = Scope.open();
        var cache = new FrameCache()) {
      var raw =
          latent
              .to(DType.FLOAT32)
              .mul(channels(config.std(), latent.device()))
              .add(channels(config.mean(), latent.device()));
      var z = latents.forward(raw);
      for (long t = 0; t < z.size(1); t++) {
        try (var _ = Scope.open()) {
          frames.accept(unpatched(decoder.forward(z.narrow(1, t, 1), cache)));
        }
        cache.next();
      }
    }
  }

  private Tensor patched(Tensor film) {
    return config.patch() == 1
        ? film
        : film.rearrange(
            "b t (h q) (w r) c -> b t h w (c r q)",
            axis("q", config.patch()),
            axis("r", config.patch()));
  }

  private Tensor unpatched(Tensor film) {
    return config.patch() == 1
        ? film
        : film.rearrange(
            "b t h w (c r q) -> b t (h q) (w r) c",
            axis("q", config.patch()),
            axis("r", config.patch()));
  }

  private static Tensor channels(List<Double> values, Device device) {
    return Ops.tensor(values.stream().mapToDouble(Double::doubleValue).toArray()).to(device);
  }

  private void check(Tensor film) {
    long[] shape = film.shape();
    int side = config.spatialFactor();
    if (shape.length != 5 || shape[4] != 3 || shape[2] % side != 0 || shape[3] % side != 0) {
      throw new IllegalArgumentException(
          "The autoencoder takes films (b t h w 3) with sides of multiples of %d, got %s"
              .formatted(side, Arrays.toString(shape)));
    }
    config.latentFrames(Math.toIntExact(shape[1]));
  }
}
