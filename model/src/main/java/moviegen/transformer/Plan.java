package moviegen.transformer;

import java.util.List;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.MatrixWork;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;

/**
 * What a film would take, counted by building the transformer and running it once on the device
 * {@code meta}, where tensors have shapes but no memory.
 *
 * @param parameters of the transformer alone, without text towers and autoencoder
 * @param tokens of the film
 * @param linear FLOPs of one evaluation's linear layers
 * @param attention FLOPs of one evaluation's attention
 * @param reading FLOPs of reading the text, once a film
 * @param evaluations of the transformer for one film
 * @param weightBytes what the weights take
 * @param activationBytes what one evaluation takes at its height, without gradients
 */
public record Plan(
    long parameters,
    long tokens,
    double linear,
    double attention,
    double reading,
    int evaluations,
    long weightBytes,
    long activationBytes) {

  /** What is to be made of it; {@code words} are the most tokens of each text tower. */
  public record Job(FilmSize size, int steps, boolean guided, int words, DType dtype) {
    public Job {
      if (steps < 1 || words < 1) {
        throw new IllegalArgumentException(
            "%d steps and %d text tokens, expected at least 1 each".formatted(steps, words));
      }
    }
  }

  private static final Device META = new Device("meta");

  /** Attention's share of a linear layer's rate, as measured on a CPU (docs/performance.md). */
  private static final double ATTENTION_RATE = 0.5;

  /** What is left of a product's rate when everything around it is done too. */
  private static final double EFFICIENCY = 0.8;

  public static Plan of(TransformerConfig config, Job job) {
    var roomy = config.withPlaces(config.places().atLeast(job.size().tokens()));
    try (var params = Params.frozen((_, _, shape) -> Ops.empty(job.dtype(), META, shape));
        var _ = Scope.open();
        var _ = Native.noGrad()) {
      var model = new MovieTransformer(params, roomy);
      long parameters = params.asMap().values().stream().mapToLong(p -> p.count()).sum();
      int batch = job.guided() ? 2 : 1;
      var reading = MatrixWork.of(() -> model.conditions(text(config, job, batch), job.dtype()));
      var conditions = model.conditions(text(config, job, batch), job.dtype());
      long[] shape = job.size().latents(batch, config);
      var x = Ops.empty(DType.FLOAT32, META, shape);
      var times = Ops.empty(DType.FLOAT32, META, batch);
      var work = MatrixWork.of(() -> model.forward(x, times, conditions));
      return new Plan(
          parameters,
          job.size().tokens().tokens(),
          work.flops(MatrixWork.Kind.LINEAR),
          work.flops(MatrixWork.Kind.ATTENTION),
          reading.flops(),
          job.steps(),
          parameters * job.dtype().bytes(),
          activations(config, job, batch));
    }
  }

  private static List<TextTokens> text(TransformerConfig config, Job job, int batch) {
    return config.textWidths().stream()
        .map(
            width ->
                new TextTokens(
                    Ops.empty(job.dtype(), META, batch, job.words(), width),
                    Ops.empty(job.dtype(), META, batch, job.words())))
        .toList();
  }

  /**
   * The tokens themselves and their positions, and the larger of what attention holds (normalized
   * tokens, queries, keys and values twice, the result) and what the feed-forward holds; and the
   * text's keys and values in every layer.
   */
  private static long activations(TransformerConfig config, Job job, int batch) {
    long attention = 8L * config.width();
    long feedForward = config.width() + 3L * config.hidden();
    long words = (long) job.words() * config.textWidths().size();
    long text = 2L * config.depth() * words * config.width();
    long film =
        job.size().tokens().tokens() * (2L * config.width() + Math.max(attention, feedForward));
    return (long) job.dtype().bytes() * batch * (film + text);
  }

  /** FLOPs of a whole film. */
  public double flops() {
    return reading + evaluations * (linear + attention);
  }

  /**
   * Seconds for a film on a machine.
   *
   * @param rate FLOP/s of a plain matrix product there
   */
  public double seconds(double rate) {
    double products = reading + evaluations * (linear + attention / ATTENTION_RATE);
    return products / (EFFICIENCY * rate);
  }
}
