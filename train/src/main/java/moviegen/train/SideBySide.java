package moviegen.train;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import moviegen.tensor.Device;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Adds the gradients of several losses to those of the parameters, each loss on a thread of its own
 * that has its share of the cores; one after the other where there is one core or one loss.
 */
public final class SideBySide implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool(SideBySide::thread);

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("part of a batch").unstarted(work);
  }

  /** The sum of the losses, whose gradients are added. */
  public double backward(List<Supplier<Tensor>> losses) {
    int cores = Native.threads();
    if (losses.size() == 1 || cores == 1) {
      return losses.stream().mapToDouble(SideBySide::gradient).sum();
    }
    int share = Math.max(1, cores / losses.size());
    var device = Device.current();
    var values =
        losses.stream()
            .map(
                loss ->
                    CompletableFuture.supplyAsync(() -> gradient(loss, share, device), threads))
            .toList();
    try {
      // All must end, even beside one that fails, before the batch that they share is let go.
      CompletableFuture.allOf(values.toArray(CompletableFuture[]::new)).join();
      return values.stream().mapToDouble(CompletableFuture::join).sum();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static double gradient(Supplier<Tensor> loss, int cores, Device device) {
    Native.threads(cores);
    try (var _ = device.use()) {
      return gradient(loss);
    }
  }

  private static double gradient(Supplier<Tensor> loss) {
    try (var _ = Scope.open()) {
      var value = loss.get();
      value.backward();
      return value.item();
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
