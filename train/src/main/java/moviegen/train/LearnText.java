package moviegen.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import moviegen.dataset.Prefetch;
import moviegen.dataset.TextPair;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.text.Denoising;
import moviegen.text.DenoisingExample;
import moviegen.text.T5Config;
import moviegen.text.T5Denoiser;
import moviegen.text.TextTower;
import moviegen.text.TokenBatch;
import moviegen.text.Tokenizer;
import moviegen.world.Caption;
import moviegen.world.Scene;

/**
 * The prompt-level tower's objective: UL2's mixture of denoisers, where the sequential one writes
 * another text of the same scene: a caption as the list of what it says, a short one as a long one,
 * what is heard in other words.
 */
public final class LearnText implements Objective {
  private static final int AHEAD = 8;
  private static final int VALIDATION_BATCH = 64;
  private static final int DECODER_DEPTH = 2;
  private static final long HELD_OUT = 1L << 40;
  private static final int VALIDATION = 4;
  private static final int MANY = 1_000;

  private final Params params = Params.random();
  private final Tokenizer tokenizer;
  private final Denoising denoising;
  private final T5Config config;
  private final T5Denoiser denoiser;
  private final long seed;
  private final Map<String, String> needs;
  private final Prefetch<List<DenoisingExample>> batches;

  /**
   * @param tokenizer closed with this objective
   * @param words number of the tokenizer's ids
   * @param shape the tower for a number of ids
   */
  public LearnText(
      Tokenizer tokenizer,
      int words,
      IntFunction<T5Config> shape,
      long seed,
      DType compute,
      Map<String, String> needs) {
    this.tokenizer = tokenizer;
    this.seed = seed;
    this.needs = Map.copyOf(needs);
    denoising = new Denoising(words);
    config = shape.apply(denoising.vocabulary());
    denoiser = new T5Denoiser(params, config, DECODER_DEPTH, compute);
    batches = new Prefetch<>(this::examples, AHEAD, 1);
  }

  @Override
  public Params params() {
    return params;
  }

  /** The mean over the first steps. */
  @Override
  public int batch() {
    return (int)
        LongStream.range(0, MANY)
            .mapToInt(step -> TextPair.Task.draw(random(step)).batch())
            .average()
            .orElseThrow();
  }

  private SplittableRandom random(long step) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
  }

  private List<DenoisingExample> examples(long step) {
    var random = random(step);
    var task = TextPair.Task.draw(random);
    List<DenoisingExample> examples = new ArrayList<>();
    for (int i = 0; i < task.batch(); i++) {
      var pair = task.of(Scene.training(random.nextLong()), random);
      var text = tokenizer.encode(pair.text(), task.longest());
      examples.add(denoising.draw(text, tokenizer.encode(pair.other(), task.longest()), random));
    }
    return examples;
  }

  private int[] ids(String text) {
    return tokenizer.encode(text, TextTower.TINY_LONGEST);
  }

  @Override
  public List<Supplier<Tensor>> losses(long step, Meter meter) {
    var examples = batches.get(step);
    return BatchParts.of(
        examples.size(), (start, count) -> loss(examples.subList(start, start + count)));
  }

  private Tensor loss(List<DenoisingExample> examples) {
    var read = TokenBatch.of(examples.stream().map(DenoisingExample::input).toList());
    var write = TokenBatch.of(examples.stream().map(DenoisingExample::target).toList());
    return denoiser.loss(read.ids(), read.mask(), write.targets());
  }

  /** The loss of writing the attributes of held-out scenes from their long captions. */
  @Override
  public Map<String, Double> validate() {
    var meter = new Meter();
    for (int i = 0; i < VALIDATION; i++) {
      List<DenoisingExample> examples = new ArrayList<>();
      for (int k = 0; k < VALIDATION_BATCH; k++) {
        var scene = Scene.random(HELD_OUT + (long) i * VALIDATION_BATCH + k);
        examples.add(
            denoising.rewrite(ids(Caption.full(scene, k, 16)), ids(Caption.attributes(scene))));
      }
      try (var _ = Scope.open();
          var _ = Native.noGrad()) {
        meter.add("validation attributes", loss(examples).item());
      }
    }
    return meter.take();
  }

  /** The encoder alone; what writes is needed for training only. */
  @Override
  public Shipment ship() {
    return new Shipment("text", Shipment.below(params, "encoder."), config, needs);
  }

  /** What writes, from which the tower's gate is measured. */
  @Override
  public Optional<Shipment> beside() {
    return Optional.of(
        new Shipment(
            "text-writer",
            Shipment.below(params, "decoder."),
            config.withDepth(DECODER_DEPTH),
            needs));
  }

  @Override
  public void close() {
    batches.close();
    params.close();
    tokenizer.close();
  }
}
