package moviegen.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Writes safetensors files: beside their place and then renamed, so that a file is whole or not
 * there; wide elements first and then by name, so that every tensor is aligned and the same tensors
 * always make the same file.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;
  private static final long CHUNK = 1 << 24;

  private final Map<String, Form> forms;
  private final Values values;
  private final Map<String, String> metadata;

  /**
   * What a tensor is.
   *
   * @param dtype in the file
   */
  public record Form(DType dtype, List<Long> shape) {
    public Form {
      shape = List.copyOf(shape);
    }

    long count() {
      return shape.stream().reduce(1L, Math::multiplyExact);
    }
  }

  /** Where the values of tensors come from, some at a time. */
  @FunctionalInterface
  public interface Values {
    /**
     * Some values of a tensor.
     *
     * @param from the first one, in row order
     * @return (count)
     */
    Tensor of(String name, long from, long count);
  }

  private SafetensorsWriter(Map<String, Form> forms, Values values, Map<String, String> metadata) {
    this.forms = forms;
    this.values = values;
    this.metadata = new TreeMap<>(metadata);
  }

  private static SafetensorsWriter of(
      Map<String, Tensor> tensors, Map<String, String> metadata, Optional<DType> floating) {
    var forms = new TreeMap<String, Form>();
    tensors.forEach((name, tensor) -> forms.put(name, form(tensor, floating)));
    return new SafetensorsWriter(
        forms,
        (name, from, count) -> get(tensors, name).reshape(-1).narrow(0, from, count),
        metadata);
  }

  private static Form form(Tensor tensor, Optional<DType> floating) {
    var own = tensor.dtype();
    return new Form(
        own.isFloating() ? floating.orElse(own) : own,
        Arrays.stream(tensor.shape()).boxed().toList());
  }

  /** Writes {@code tensors} as they are. */
  public static void write(Path path, Map<String, Tensor> tensors, Map<String, String> metadata) {
    of(tensors, metadata, Optional.empty()).write(path);
  }

  /** Writes {@code tensors}, those of real numbers as {@code floating}. */
  public static void write(
      Path path, Map<String, Tensor> tensors, Map<String, String> metadata, DType floating) {
    of(tensors, metadata, Optional.of(floating)).write(path);
  }

  /** Writes tensors that are too large to be in memory together. */
  public static void stream(
      Path path, Map<String, Form> forms, Values values, Map<String, String> metadata) {
    new SafetensorsWriter(forms, values, metadata).write(path);
  }

  private void write(Path path) {
    var target = path.toAbsolutePath();
    try {
      var beside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
      try {
        try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
          var entries = layout();
          writeFully(channel, header(entries));
          for (Entry entry : entries) {
            writeTensor(channel, entry);
          }
          channel.force(true);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written: %s".formatted(path, e.getMessage()), e);
    }
  }

  private List<Entry> layout() {
    var order =
        Comparator.<String>comparingInt(name -> -get(forms, name).dtype().bytes())
            .thenComparing(Comparator.naturalOrder());
    var entries = new ArrayList<Entry>();
    long at = 0;
    for (String name : forms.keySet().stream().sorted(order).toList()) {
      var form = get(forms, name);
      long end = at + form.count() * form.dtype().bytes();
      entries.add(new Entry(name, form.dtype(), form.shape(), at, end));
      at = end;
    }
    return entries;
  }

  private ByteBuffer header(List<Entry> entries) throws IOException {
    var json = new ByteArrayOutputStream();
    try (var out = new JsonFactory().createGenerator(json)) {
      out.writeStartObject();
      if (!metadata.isEmpty()) {
        out.writeObjectFieldStart("__metadata__");
        for (var entry : metadata.entrySet()) {
          out.writeStringField(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
      }
      for (Entry entry : entries) {
        out.writeObjectFieldStart(entry.name());
        out.writeStringField("dtype", Element.of(entry.dtype()).name());
        out.writeFieldName("shape");
        long[] shape = entry.lengths();
        out.writeArray(shape, 0, shape.length);
        out.writeFieldName("data_offsets");
        out.writeArray(new long[] {entry.begin(), entry.end()}, 0, 2);
        out.writeEndObject();
      }
      out.writeEndObject();
    }
    while (json.size() % ALIGNMENT != 0) {
      json.write(' ');
    }
    return ByteBuffer.allocate(Long.BYTES + json.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.size())
        .put(json.toByteArray())
        .flip();
  }

  private void writeTensor(FileChannel channel, Entry entry) {
    long all = get(forms, entry.name()).count();
    for (long at = 0; at < all; at += CHUNK) {
      try (var _ = Scope.open()) {
        var part = values.of(entry.name(), at, Math.min(CHUNK, all - at)).to(entry.dtype());
        HostMemory.read(part, bytes -> writeFully(channel, bytes));
      }
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T get(Map<String, T> all, String name) {
    var one = all.get(name);
    if (one == null) {
      throw new IllegalArgumentException("There is no tensor " + name);
    }
    return one;
  }
}
