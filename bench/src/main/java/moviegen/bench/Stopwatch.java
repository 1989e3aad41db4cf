package moviegen.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;

/**
 * The median time of a few runs, after one to warm up. With one thread it is the thread's own time
 * on the processor, so that whatever else runs does not count.
 */
record Stopwatch(int runs) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Seconds that {@code code} takes. */
  double seconds(Runnable code) {
    var times = new double[runs];
    for (int i = -1; i < runs; i++) {
      long start = now();
      try (var _ = Scope.open()) {
        code.run();
      }
      times[Math.max(0, i)] = (now() - start) / 1e9;
    }
    Arrays.sort(times);
    return times[runs / 2];
  }

  private static long now() {
    return Native.threads() == 1 ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }
}
