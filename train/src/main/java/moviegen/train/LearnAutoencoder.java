package moviegen.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.dataset.PixelBatch;
import moviegen.dataset.Prefetch;
import moviegen.dataset.WorldCrops;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.world.Scene;

/**
 * The autoencoder's objective (paper §3.1.1): colors, edges, structure, a little of the divergence
 * from the unit normal, and the outlier penalty.
 *
 * @see AutoencoderLoss
 */
public final class LearnAutoencoder implements Objective {
  private static final int AHEAD = 6;
  private static final long OTHER_SEEDS = 1L << 40;
  private static final int VALIDATION = 2 * WorldCrops.CYCLE;
  private static final int STATISTICS = 12;

  private final Params params;
  private final AutoencoderConfig config;
  private final Autoencoder autoencoder;
  private final AutoencoderLoss weights;
  private final WorldCrops crops;
  private final Prefetch<PixelBatch> batches;

  public LearnAutoencoder(
      AutoencoderConfig config, AutoencoderLoss weights, long seed, DType compute) {
    this(Params.random(), config, weights, seed, compute);
  }

  /**
   * @param params the whole autoencoder's; what is not learned of them stays as it is
   */
  LearnAutoencoder(
      Params params, AutoencoderConfig config, AutoencoderLoss weights, long seed, DType compute) {
    this.params = params;
    this.config = config;
    this.weights = weights;
    this.crops = new WorldCrops(seed, Scene::training);
    this.batches = new Prefetch<>(crops::batch, AHEAD, 1);
    this.autoencoder = new Autoencoder(params, config, compute);
  }

  @Override
  public Params params() {
    return params;
  }

  @Override
  public int batch() {
    return WorldCrops.BATCH;
  }

  @Override
  public List<Supplier<Tensor>> losses(long step, Meter meter) {
    var batch = batches.get(step);
    var films = batch.tensor();
    var subjects = batch.subjects();
    var noise = Ops.randn(config.latents(films.shape()));
    return BatchParts.of(
        batch.count(),
        (start, count) ->
            loss(
                films.narrow(0, start, count),
                subjects.narrow(0, start, count),
                noise.narrow(0, start, count),
                meter));
  }

  private Tensor loss(Tensor film, Tensor subjects, Tensor noise, Meter meter) {
    var posterior = autoencoder.posterior(film);
    var back = frames(autoencoder.reconstruct(posterior.sample(noise)), film);
    meter.add(film.size(1) == 1 ? "image psnr" : "film psnr", psnr(back, film));
    return weights.of(back, film, subjects, posterior, meter);
  }

  @Override
  public Map<String, Double> validate() {
    var unseen = new WorldCrops(OTHER_SEEDS, Scene::random);
    var meter = new Meter();
    for (int i = 0; i < VALIDATION; i++) {
      try (var _ = Scope.open()) {
        var batch = unseen.batch(i);
        var film = batch.tensor();
        var back = frames(autoencoder.reconstruct(autoencoder.posterior(film).mean()), film);
        if (film.size(1) == 1) {
          meter.add("other image psnr", psnr(back, film));
        } else {
          meter.add("other film psnr", psnr(back, film));
          psnr(back, film, batch.subjects())
              .ifPresent(value -> meter.add("other subject psnr", value));
          meter.add("other similarity", 1 - StructuralLoss.of(back.clamp(-1, 1), film).item());
        }
      }
    }
    return meter.take();
  }

  /** Notes the mean and the spread of latents of the training mix. */
  @Override
  public void measure() {
    try (var _ = Scope.open()) {
      List<Tensor> means = new ArrayList<>();
      for (long step = 1; means.size() < STATISTICS; step += 4) {
        var batch = crops.batch(step);
        means.add(Scope.tidy(() -> autoencoder.posterior(batch.tensor()).mean().contiguous()));
      }
      autoencoder.standardizeBy(Ops.cat(means, 0));
    }
  }

  @Override
  public Shipment ship() {
    return new Shipment("autoencoder", params.asMap(), config, Map.of());
  }

  private static Tensor frames(Tensor decoded, Tensor film) {
    return decoded.narrow(1, 0, film.size(1));
  }

  /** Peak signal-to-noise ratio of colors from -1 to 1, in decibels, averaged over the batch. */
  private static double psnr(Tensor back, Tensor film) {
    try (var _ = Scope.open()) {
      var error = back.detach().clamp(-1, 1).sub(film);
      var squares = error.mul(error).meanKeeping(1, 2, 3, 4).mul(0.25);
      return squares.log().mean().item() * -10 / Math.log(10);
    }
  }

  /** The same over the marked pixels of each film that has some. */
  private static OptionalDouble psnr(Tensor back, Tensor film, Tensor marked) {
    try (var _ = Scope.open()) {
      var error = back.clamp(-1, 1).sub(film);
      var squares = HostMemory.floats(error.mul(error).mul(marked).sum(1, 2, 3, 4));
      var values = HostMemory.floats(marked.sum(1, 2, 3, 4).mul(4 * film.size(4)));
      return IntStream.range(0, values.length)
          .filter(i -> values[i] > 0)
          .mapToDouble(i -> -10 * Math.log10(squares[i] / values[i]))
          .average();
    }
  }

  @Override
  public void close() {
    batches.close();
    params.close();
  }
}
