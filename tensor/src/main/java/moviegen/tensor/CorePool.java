package moviegen.tensor;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Threads that compute side by side, each with its share of the cores that the maker of the pool
 * has, on the device of who asks. Small operations gain little from a second thread; whole pieces
 * of work on a core each do.
 */
public final class CorePool implements AutoCloseable {
  private final int cores = Native.threads();
  private final ExecutorService threads = Executors.newFixedThreadPool(cores, CorePool::thread);

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("core").unstarted(work);
  }

  /**
   * What {@code tasks} return, in their order; no more of them run at once than there are cores.
   * Once one of them has thrown, no other begins, and what it threw is thrown here when those that
   * ran have ended.
   */
  public <T> List<T> all(List<Supplier<T>> tasks) {
    if (tasks.size() <= 1 || cores == 1) {
      return tasks.stream().map(Supplier::get).toList();
    }
    int share = Math.max(1, cores / tasks.size());
    var device = Device.current();
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    var begun =
        tasks.stream()
            .map(
                task ->
                    CompletableFuture.supplyAsync(
                        () -> run(task, share, device, failures), threads))
            .toList();
    var returned = begun.stream().map(CompletableFuture::join).toList();
    if (!failures.isEmpty()) {
      throw failures.element();
    }
    return returned.stream().map(Optional::orElseThrow).toList();
  }

  private static <T> Optional<T> run(
      Supplier<T> task, int cores, Device device, Queue<RuntimeException> failures) {
    if (!failures.isEmpty()) {
      return Optional.empty();
    }
    Native.threads(cores);
    try (var _ = device.use()) {
      return Optional.of(task.get());
    } catch (RuntimeException e) {
      failures.add(e);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
