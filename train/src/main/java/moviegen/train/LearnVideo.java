package moviegen.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import moviegen.dataset.LatentBatch;
import moviegen.dataset.LatentMix;
import moviegen.dataset.LatentShard;
import moviegen.flow.FlowLoss;
import moviegen.flow.LogitNormalTimes;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;
import moviegen.transformer.Conditions;
import moviegen.transformer.MovieTransformer;
import moviegen.transformer.TokenGrid;
import moviegen.transformer.TokenRoute;
import moviegen.transformer.TransformerConfig;

/**
 * The transformer's objective: flow matching on cached latents of films and images, with captions
 * (paper §3.1.2, §3.2). A batch is films of one size and length, as many as its tokens allow; a
 * small one is seen at several times at once, each with noise of its own, so that reading its text
 * is not most of the work.
 */
public final class LearnVideo implements Objective {
  private static final int VALIDATION_TIMES = 5;
  private static final int VALIDATION_FILMS = 16;

  private final Params params;
  private final TransformerConfig config;
  private final MovieTransformer transformer;
  private final FrozenTowers towers;
  private final LatentMix latents;
  private final Batch batch;
  private final long seed;
  private final DType compute;
  private final Map<String, String> needs;
  private final boolean routed;

  /**
   * How many films a step sees.
   *
   * @param most films, however small
   * @param tokens of the transformer, beyond which there are fewer films, but one
   */
  public record Batch(int most, long tokens) {
    /** Tokens that a film's text is read for, at the least. */
    private static final long A_TEXT = 64;

    int of(LatentShard shard) {
      return Math.clamp(tokens / each(shard), 1, Math.min(most, shard.seeds().length));
    }

    /** At how many times each film is seen. */
    static int looks(LatentShard shard) {
      return Math.toIntExact(Math.max(1, A_TEXT / each(shard)));
    }

    private static long each(LatentShard shard) {
      long patch = (long) TokenGrid.PATCH * TokenGrid.PATCH * shard.latents().size(4);
      return Math.max(1, shard.latents().count() / shard.seeds().length / patch);
    }
  }

  /**
   * @param towers closed with this objective, as are the latents
   * @param routed whether half of the tokens go past the middle layers ({@link TokenRoute})
   * @param needs hashes of the parts that made the latents and read the texts
   */
  public LearnVideo(
      Params params,
      TransformerConfig config,
      FrozenTowers towers,
      LatentMix latents,
      Batch batch,
      long seed,
      DType compute,
      boolean routed,
      Map<String, String> needs) {
    this.params = params;
    this.config = config;
    this.towers = towers;
    this.latents = latents;
    this.batch = batch;
    this.seed = seed;
    this.compute = compute;
    this.needs = Map.copyOf(needs);
    this.transformer = new MovieTransformer(params, config);
    this.routed = routed;
  }

  @Override
  public Params params() {
    return params;
  }

  /** The mean over the stages, a film counted as often as it is looked at. */
  @Override
  public int batch() {
    double mean = 0;
    for (var stage : latents.unseen().entrySet()) {
      var shard = stage.getValue();
      mean += latents.share(stage.getKey()) * batch.of(shard) * Batch.looks(shard);
    }
    return (int) Math.round(mean);
  }

  @Override
  public List<Supplier<Tensor>> losses(long step, Meter meter) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    var shard = latents.draw(random);
    var shown = LatentBatch.draw(shard, batch.of(shard), random);
    var texts = towers.hidden(shown.captions(random), random);
    int looks = Batch.looks(shard);
    var times = LogitNormalTimes.STANDARD.draw(shown.count() * looks, random);
    long[] shape = shown.films().shape();
    shape[0] *= looks;
    var noise = Ops.randn(shape);
    var route = route(shown.films(), random);
    return BatchParts.of(
        shown.count(),
        (start, count) -> {
          int from = start * looks;
          int samples = count * looks;
          var conditions = conditions(FrozenTowers.some(texts, start, count));
          var loss =
              FlowLoss.STRAIGHT.of(
                  (x, time) -> transformer.forward(x, time, conditions, route),
                  shown.part(start, count, looks),
                  noise.narrow(0, from, samples),
                  Arrays.copyOfRange(times, from, from + samples));
          meter.add(shown.moving() ? "film loss" : "image loss", loss.item());
          return loss;
        });
  }

  private Optional<TokenRoute> route(Tensor films, SplittableRandom random) {
    return routed
        ? Optional.of(TokenRoute.draw(config.depth(), (int) TokenGrid.of(films).tokens(), random))
        : Optional.empty();
  }

  private Conditions conditions(List<List<String>> texts) {
    return transformer.conditions(towers.read(texts), compute);
  }

  /** Losses at fixed times, by stage, and their mean over the steps of the run. */
  @Override
  public Map<String, Double> validate() {
    var figures = new LinkedHashMap<String, Double>();
    double mean = 0;
    for (var stage : latents.unseen().entrySet()) {
      double[] losses = losses(stage.getValue());
      double sum = 0;
      for (int i = 0; i < losses.length; i++) {
        double time = FlowLoss.fixedTimes(VALIDATION_TIMES)[i];
        figures.put("%s at %.1f".formatted(stage.getKey(), time), losses[i]);
        sum += losses[i];
      }
      mean += latents.share(stage.getKey()) * sum / losses.length;
    }
    figures.put("validation", mean);
    return figures;
  }

  private double[] losses(LatentShard unseen) {
    var random = new SplittableRandom(seed);
    var shown = LatentBatch.first(unseen, Math.min(VALIDATION_FILMS, batch.of(unseen)));
    var conditions = conditions(towers.each(shown.captions(random)));
    Ops.manualSeed(seed);
    var noise = Ops.randn(shown.films().shape());
    return FlowLoss.STRAIGHT.at(
        (x, time) -> transformer.forward(x, time, conditions),
        shown.films(),
        noise,
        FlowLoss.fixedTimes(VALIDATION_TIMES));
  }

  @Override
  public Shipment ship() {
    return new Shipment("transformer", params.asMap(), config, needs);
  }

  @Override
  public void close() {
    params.close();
    latents.close();
    towers.close();
  }
}
