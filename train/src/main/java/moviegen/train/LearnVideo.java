package moviegen.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import moviegen.dataset.Captions;
import moviegen.dataset.LatentShard;
import moviegen.flow.FlowLoss;
import moviegen.flow.LogitNormalTimes;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;
import moviegen.text.TextTower;
import moviegen.transformer.MovieTransformer;
import moviegen.transformer.TextTokens;
import moviegen.transformer.TransformerConfig;

/**
 * The transformer's objective: flow matching on cached latents of films and images, with captions
 * (paper §3.1.2, §3.2). The last shard of every size is kept for validation.
 */
public final class LearnVideo implements Objective {
  private static final int VALIDATION_TIMES = 5;
  private static final int VALIDATION_FILMS = 16;

  private final Params params;
  private final TransformerConfig config;
  private final MovieTransformer transformer;
  private final TextTower text;
  private final List<LatentShard> shards;
  private final LatentShard unseen;
  private final int batch;
  private final long seed;
  private final DType compute;
  private final Map<String, String> needs;
  private final Runnable onClose;

  /**
   * @param shards films of any sizes; the last is kept for validation
   * @param needs hashes of the parts that made the latents and read the texts
   * @param onClose frees what the shards and the text tower own
   */
  public LearnVideo(
      Params params,
      TransformerConfig config,
      TextTower text,
      List<LatentShard> shards,
      int batch,
      long seed,
      DType compute,
      Map<String, String> needs,
      Runnable onClose) {
    this.params = params;
    this.config = config;
    this.text = text;
    this.shards = shards.subList(0, shards.size() - 1);
    this.unseen = shards.getLast();
    this.batch = batch;
    this.seed = seed;
    this.compute = compute;
    this.needs = Map.copyOf(needs);
    this.onClose = onClose;
    this.transformer = new MovieTransformer(params, config);
  }

  @Override
  public Params params() {
    return params;
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public Tensor loss(long step, Meter meter) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    var shard = shards.get(random.nextInt(shards.size()));
    long[] rows = random.ints(batch, 0, shard.seeds().length).asLongStream().toArray();
    var latents = latents(shard, rows);
    var texts = captions(shard, rows, random);
    var times = LogitNormalTimes.STANDARD.draw(batch, random);
    var noise = Ops.randn(latents.shape());
    var loss = FlowLoss.STRAIGHT.of(network(texts), latents, noise, times);
    meter.add(latents.size(2) == 1 ? "image loss" : "film loss", loss.item());
    return loss;
  }

  private FlowLoss.Network network(TextTokens texts) {
    var conditions = transformer.conditions(List.of(texts), compute);
    return (x, time) -> transformer.forward(x, time, conditions);
  }

  /** (b c t h w), float32. */
  private static Tensor latents(LatentShard shard, long... rows) {
    var chosen = shard.latents().indexSelect(0, HostMemory.tensor(rows, rows.length));
    return chosen.to(DType.FLOAT32).rearrange("b t h w c -> b c t h w").contiguous();
  }

  private TextTokens captions(LatentShard shard, long[] rows, SplittableRandom random) {
    List<String> captions = new ArrayList<>();
    for (long row : rows) {
      captions.add(Captions.of(shard.seeds()[(int) row], shard.fps(), random));
    }
    try (var _ = Native.noGrad()) {
      var features = text.read(captions);
      return new TextTokens(features.features(), features.mask());
    }
  }

  @Override
  public Map<String, Double> validate() {
    var random = new SplittableRandom(seed);
    long[] rows = IntStream.range(0, VALIDATION_FILMS).asLongStream().toArray();
    var latents = latents(unseen, rows);
    var texts = captions(unseen, rows, random);
    Ops.manualSeed(seed);
    var noise = Ops.randn(latents.shape());
    double[] times = FlowLoss.fixedTimes(VALIDATION_TIMES);
    double[] losses = FlowLoss.STRAIGHT.at(network(texts), latents, noise, times);
    var figures = new LinkedHashMap<String, Double>();
    double sum = 0;
    for (int i = 0; i < times.length; i++) {
      figures.put("validation at %.1f".formatted(times[i]), losses[i]);
      sum += losses[i];
    }
    figures.put("validation", sum / times.length);
    return figures;
  }

  @Override
  public Shipment ship() {
    return new Shipment("transformer", params.asMap(), config, needs);
  }

  @Override
  public void close() {
    params.close();
    onClose.run();
  }
}
