package moviegen.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import moviegen.tensor.MatrixWork;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;

/**
 * How fast a network's step is, against the matrix products it is made of.
 *
 * @param seconds a step takes, the median of a few
 * @param flops of a step, linear layers and attention
 * @param productRate FLOP/s of its linear layers' shapes as plain products, each timed alone
 *     between the steps
 */
public record StepSpeed(double seconds, double flops, double productRate) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A plain product, for comparison. */
  @FunctionalInterface
  interface Products {
    /** What multiplies (rows inner) with (inner columns). */
    Runnable of(long rows, long inner, long columns);
  }

  /**
   * Runs {@code step}, which is warm, some times.
   *
   * @param work what it multiplies
   */
  static StepSpeed of(Runnable step, MatrixWork work, Products products, int runs) {
    double before = ProductRate.of(work, products);
    double seconds = seconds(step, runs);
    double after = ProductRate.of(work, products);
    return new StepSpeed(seconds, work.flops(), (before + after) / 2);
  }

  /** The median of some runs, each in a scope of its own. */
  static double seconds(Runnable code, int runs) {
    var times = new double[runs];
    for (int i = 0; i < runs; i++) {
      try (var _ = Scope.open()) {
        long start = now();
        code.run();
        times[i] = (now() - start) / 1e9;
      }
    }
    Arrays.sort(times);
    return times[runs / 2];
  }

  /** With one thread its own time on the processor, so that whatever else runs does not count. */
  private static long now() {
    return Native.threads() == 1 ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  /** FLOP/s that a step reaches. */
  public double rate() {
    return flops / seconds;
  }

  /** How much of the products' rate that is. */
  public double fraction() {
    return rate() / productRate;
  }
}
