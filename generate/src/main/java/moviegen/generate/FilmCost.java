package moviegen.generate;

import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.transformer.FilmSize;
import moviegen.transformer.Plan;
import moviegen.transformer.TransformerConfig;
import moviegen.wan.WanConfig;
import moviegen.wan.WanWork;

/**
 * What a guided film by a transformer of any size would take on this machine, in bfloat16, counted
 * without allocating it.
 *
 * @param parameters of the transformer alone
 * @param tokens of the film
 * @param linear FLOPs of one step's linear layers
 * @param attention FLOPs of one step's attention
 * @param flops of the whole film
 * @param weightBytes what the weights take
 * @param activationBytes what one step takes at its height
 * @param rate FLOP/s of a matrix product on this machine
 * @param seconds for the film, guessed from that rate
 */
public record FilmCost(
    long parameters,
    long tokens,
    double linear,
    double attention,
    double flops,
    long weightBytes,
    long activationBytes,
    double rate,
    double seconds) {
  /** With the prompt, and with what is unwanted. */
  private static final int BRANCHES = 2;

  /** How much of a matrix product's rate a step of the Wan family reaches (docs/performance.md). */
  private static final double WAN_REACHES = 0.8;

  /**
   * Counts a film and measures the machine.
   *
   * @param preset tiny, 1b, 5b, paper-30b, or a size of the Wan family
   * @param words tokens of the prompt in each text tower
   */
  public static FilmCost of(
      String preset, int width, int height, int frames, int steps, int words) {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    var type = DType.BFLOAT16;
    if (WanConfig.PRESETS.contains(preset)) {
      return ofWan(WanConfig.preset(preset), width, height, frames, steps, words);
    }
    var job = new Plan.Job(new FilmSize(width, height, frames), steps, true, words, type);
    var plan = Plan.of(TransformerConfig.preset(preset), job);
    double rate = MatrixRate.of(List.of(type)).getOrDefault(type, 1.0);
    return new FilmCost(
        plan.parameters(),
        plan.tokens(),
        plan.linear(),
        plan.attention(),
        plan.flops(),
        plan.weightBytes(),
        plan.activationBytes(),
        rate,
        plan.seconds(rate));
  }

  private static FilmCost ofWan(
      WanConfig config, int width, int height, int frames, int steps, int words) {
    var type = DType.BFLOAT16;
    var work = WanWork.of(config, width, height, frames, words);
    double rate = MatrixRate.of(List.of(type)).getOrDefault(type, 1.0);
    double linear = BRANCHES * work.linear();
    double attention = BRANCHES * work.attention();
    double flops = BRANCHES * work.reading() + steps * (linear + attention);
    return new FilmCost(
        work.parameters(),
        work.tokens(),
        linear,
        attention,
        flops,
        work.parameters() * type.bytes(),
        work.activationBytes(),
        rate,
        flops / (WAN_REACHES * rate));
  }
}
