package moviegen.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import moviegen.tensor.CorePool;

/**
 * The files of a stage, one a shard. What is there is not made again; what is missing is made on
 * every core at once, a shard on each.
 */
final class ShardFiles {
  private ShardFiles() {}

  /** Draws and encodes one shard, on any thread. */
  @FunctionalInterface
  interface Maker {
    void make(int shard, Path file);
  }

  /**
   * The files of {@code shards} shards below {@code home}.
   *
   * @param listener is told how many are there, from any thread
   */
  static List<Path> of(Path home, int shards, Maker maker, IntConsumer listener) {
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be made: %s".formatted(home, e), e);
    }
    var files =
        IntStream.range(0, shards)
            .mapToObj(shard -> home.resolve("%04d.safetensors".formatted(shard)))
            .toList();
    var there = new AtomicInteger((int) files.stream().filter(Files::exists).count());
    listener.accept(there.get());
    List<Supplier<Path>> missing = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      int shard = i;
      var file = files.get(i);
      if (!Files.exists(file)) {
        missing.add(
            () -> {
              maker.make(shard, file);
              listener.accept(there.incrementAndGet());
              return file;
            });
      }
    }
    try (var cores = new CorePool()) {
      cores.all(missing);
    }
    return files;
  }
}
