package moviegen.generate;

import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.generate.WeightsFile.Loaded;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;

/** A cast's autoencoder by itself, until it is closed. */
public final class AutoencoderPart implements AutoCloseable {
  private static final String NAME = "autoencoder";

  private final Loaded<Autoencoder> loaded;

  private AutoencoderPart(Loaded<Autoencoder> loaded) {
    this.loaded = loaded;
  }

  /** Reads its weights; it computes in the type that this machine is fastest in. */
  public static AutoencoderPart open(Cast cast) {
    return open(cast, MatrixRate.fastest());
  }

  /**
   * Reads its weights.
   *
   * @param compute the type to compute in
   */
  public static AutoencoderPart open(Cast cast, DType compute) {
    return new AutoencoderPart(load(cast.own(), compute));
  }

  static Loaded<Autoencoder> load(OwnCast cast, DType compute) {
    try (var file = WeightsFile.open(cast, NAME)) {
      return file.load(
          file.config(AutoencoderConfig.class),
          compute,
          (params, config) -> new Autoencoder(params, config, compute));
    }
  }

  public Autoencoder autoencoder() {
    return loaded.model();
  }

  @Override
  public void close() {
    loaded.close();
  }
}
