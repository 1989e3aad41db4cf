package moviegen.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * A mapped safetensors file. All it says about itself is checked when it is opened: lengths,
 * offsets, shapes and names fit each other and the file, so that reading a tensor is a copy.
 */
public final class Safetensors implements AutoCloseable {
  private static final long PREFIX = Long.BYTES;
  private static final long MAX_HEADER = 100_000_000;
  private static final long LARGE = 1 << 20;
  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path path;
  private final Arena arena;
  private final Header header;
  private final MemorySegment data;

  private Safetensors(Path path, Arena arena, Header header, MemorySegment data) {
    this.path = path;
    this.arena = arena;
    this.header = header;
    this.data = data;
  }

  public static Safetensors open(Path path) {
    var arena = Arena.ofShared();
    try (var channel = FileChannel.open(path)) {
      var file = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      long length = headerLength(path, file);
      var json = file.asSlice(PREFIX, length).toArray(ValueLayout.JAVA_BYTE);
      var data = file.asSlice(PREFIX + length);
      var header =
          HeaderParser.parse(path.toString(), json).check(path.toString(), data.byteSize());
      return new Safetensors(path, arena, header, data);
    } catch (IOException e) {
      arena.close();
      throw new UncheckedIOException("%s: cannot be read: %s".formatted(path, e.getMessage()), e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private static long headerLength(Path path, MemorySegment file) {
    if (file.byteSize() < PREFIX) {
      throw new IllegalArgumentException(
          "%s: the file has %d bytes, a safetensors file has at least %d"
              .formatted(path, file.byteSize(), PREFIX));
    }
    long length = file.get(LENGTH, 0);
    long most = Math.min(MAX_HEADER, file.byteSize() - PREFIX);
    if (length < 0 || length > most) {
      throw new IllegalArgumentException(
          "%s: the header claims %s bytes, expected at most %d"
              .formatted(path, Long.toUnsignedString(length), most));
    }
    return length;
  }

  public Path path() {
    return path;
  }

  /** What the file says of itself beside its tensors. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(header.entries().keySet());
  }

  public DType dtype(String name) {
    return entry(name).dtype();
  }

  public long[] shape(String name) {
    return entry(name).lengths();
  }

  /** A copy of the tensor {@code name}. */
  public Tensor read(String name) {
    var entry = entry(name);
    var bytes = data.asSlice(entry.begin(), entry.end() - entry.begin());
    var tensor = HostMemory.tensor(bytes, entry.dtype(), entry.lengths());
    if (bytes.byteSize() >= LARGE) {
      bytes.unload(); // what was copied no longer counts as this process's memory
    }
    return tensor;
  }

  /**
   * Copies of some rows of the matrix {@code name}; the others are not touched.
   *
   * @return (n c)
   */
  public Tensor rows(String name, long... rows) {
    var entry = entry(name);
    if (entry.shape().size() != 2) {
      throw new IllegalArgumentException(
          "%s: tensor %s is %s, expected a matrix".formatted(path, name, entry.description()));
    }
    long count = entry.shape().get(0);
    long bytes = entry.shape().get(1) * entry.dtype().bytes();
    return Scope.tidy(
        () -> {
          var copies = new ArrayList<Tensor>();
          for (long row : rows) {
            if (row < 0 || row >= count) {
              throw new IllegalArgumentException(
                  "%s: tensor %s has %d rows, there is no row %d"
                      .formatted(path, name, count, row));
            }
            var slice = data.asSlice(entry.begin() + row * bytes, bytes);
            copies.add(HostMemory.tensor(slice, entry.dtype(), entry.shape().get(1)));
          }
          return Ops.stack(copies, 0);
        });
  }

  private Entry entry(String name) {
    var entry = header.entries().get(name);
    if (entry == null) {
      throw new IllegalArgumentException("%s: missing key %s".formatted(path, name));
    }
    return entry;
  }

  @Override
  public void close() {
    arena.close();
  }
}
