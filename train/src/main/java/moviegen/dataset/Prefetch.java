package moviegen.dataset;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/**
 * Makes the samples of the next steps in the background. What step a sample belongs to decides what
 * it is, so the order in which threads finish does not matter.
 */
public final class Prefetch<T> implements AutoCloseable {
  private final LongFunction<T> source;
  private final int ahead;
  private final ExecutorService workers;
  private final Map<Long, CompletableFuture<T>> waiting = new ConcurrentHashMap<>();

  public Prefetch(LongFunction<T> source, int ahead, int threads) {
    this.source = source;
    this.ahead = ahead;
    var factory = Thread.ofPlatform().daemon().name("prefetch-", 0).factory();
    this.workers = Executors.newFixedThreadPool(threads, factory);
  }

  /** The sample of {@code step}; those of the next steps are begun. */
  public T get(long step) {
    for (long next = step; next <= step + ahead; next++) {
      waiting.computeIfAbsent(
          next, n -> CompletableFuture.supplyAsync(() -> source.apply(n), workers));
    }
    var sample = waiting.get(step);
    waiting.keySet().removeIf(n -> n <= step);
    if (sample == null) {
      throw new IllegalStateException("Step " + step + " was not begun");
    }
    return sample.join();
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
