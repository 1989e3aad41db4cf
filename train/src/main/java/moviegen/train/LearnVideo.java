package moviegen.train;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import moviegen.dataset.LatentBatch;
import moviegen.dataset.LatentMix;
import moviegen.dataset.LatentShard;
import moviegen.flow.FlowLoss;
import moviegen.flow.LogitNormalTimes;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;
import moviegen.transformer.MovieTransformer;
import moviegen.transformer.TextTokens;
import moviegen.transformer.TransformerConfig;

/**
 * The transformer's objective: flow matching on cached latents of films and images, with captions
 * (paper §3.1.2, §3.2). A batch is films of one size and length, as many as its tokens allow.
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
  private final Optional<TruthAlignment> alignment;

  /**
   * How many films a step sees.
   *
   * @param most films, however small
   * @param tokens of the transformer, beyond which there are fewer films, but one
   */
  public record Batch(int most, long tokens) {
    int of(LatentShard shard) {
      long each = Math.max(1, shard.latents().count() / shard.seeds().length / 64);
      return Math.clamp(tokens / each, 1, Math.min(most, shard.seeds().length));
    }
  }

  /**
   * @param towers closed with this objective, as are the latents
   * @param aligned whether the middle of the transformer is held to the truth of the scenes
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
      boolean aligned,
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
    this.alignment =
        aligned
            ? Optional.of(new TruthAlignment(params.at("truth"), config.width()))
            : Optional.empty();
  }

  @Override
  public Params params() {
    return params;
  }

  /** The mean over the stages. */
  @Override
  public int batch() {
    double mean = 0;
    for (var stage : latents.unseen().entrySet()) {
      mean += latents.share(stage.getKey()) * batch.of(stage.getValue());
    }
    return (int) Math.round(mean);
  }

  @Override
  public Tensor loss(long step, Meter meter) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    var shard = latents.draw(random);
    var shown = LatentBatch.draw(shard, batch.of(shard), random);
    var films = shown.films();
    var texts = towers.read(shown.captions(random), random);
    var times = LogitNormalTimes.STANDARD.draw(shown.seeds().length, random);
    var noise = Ops.randn(films.shape());
    var middle = new Tensor[1];
    var loss = FlowLoss.STRAIGHT.of(network(texts, middle), films, noise, times);
    meter.add(shown.moving() ? "film loss" : "image loss", loss.item());
    return alignment.map(heads -> loss.add(heads.loss(middle[0], shown, meter))).orElse(loss);
  }

  private FlowLoss.Network network(List<TextTokens> texts) {
    return network(texts, new Tensor[1]);
  }

  /** As {@link #network(List)}, leaving the tokens of the middle layer in {@code middle}. */
  private FlowLoss.Network network(List<TextTokens> texts, Tensor[] middle) {
    var conditions = transformer.conditions(texts, compute);
    int half = config.depth() / 2 - 1;
    return (x, time) ->
        transformer.forward(
            x,
            time,
            conditions,
            (layer, tokens) -> {
              if (layer == half) {
                middle[0] = tokens;
              }
            });
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
    var texts = towers.read(shown.captions(random));
    Ops.manualSeed(seed);
    var noise = Ops.randn(shown.films().shape());
    return FlowLoss.STRAIGHT.at(
        network(texts), shown.films(), noise, FlowLoss.fixedTimes(VALIDATION_TIMES));
  }

  @Override
  public Shipment ship() {
    var kept = new HashMap<>(params.asMap());
    kept.keySet().removeIf(name -> name.startsWith(TruthAlignment.PREFIX));
    return new Shipment("transformer", kept, config, needs);
  }

  @Override
  public void close() {
    params.close();
    latents.close();
    towers.close();
  }
}
