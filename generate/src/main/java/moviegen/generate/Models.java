package moviegen.generate;

import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.generate.WeightsFile.Loaded;
import moviegen.tensor.DType;
import moviegen.transformer.MovieTransformer;
import moviegen.transformer.TransformerConfig;

/** The networks of a cast that stay loaded from one request to the next. */
record Models(DType compute, Loaded<MovieTransformer> transformer, Loaded<Autoencoder> autoencoder)
    implements AutoCloseable {
  static Models load(OwnCast cast, DType compute) {
    var transformer = transformer(cast, compute);
    try {
      return new Models(compute, transformer, AutoencoderPart.load(cast, compute));
    } catch (RuntimeException e) {
      transformer.close();
      throw e;
    }
  }

  private static Loaded<MovieTransformer> transformer(OwnCast cast, DType compute) {
    try (var file = WeightsFile.open(cast, "transformer")) {
      var config = file.config(TransformerConfig.class);
      config.textTowers().forEach(tower -> cast.requireFor("transformer", tower));
      return file.load(config, compute, MovieTransformer::new);
    }
  }

  /** Refuses a film that has more positions than the transformer has learned. */
  void check(Request request) {
    var places = transformer.model().config().places();
    int cell = 16;
    var size = request.size();
    Limits.require(
        size.width() <= places.width() * cell && size.height() <= places.height() * cell,
        "This cast makes frames of at most %dx%d, got %s.",
        places.width() * cell,
        places.height() * cell,
        size);
    Limits.require(
        request.frames() <= places.time() * AutoencoderConfig.FACTOR,
        "This cast makes films of at most %d frames, got %d.",
        places.time() * AutoencoderConfig.FACTOR,
        request.frames());
  }

  @Override
  public void close() {
    transformer.close();
    autoencoder.close();
  }
}
