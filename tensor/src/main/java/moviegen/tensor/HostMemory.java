package moviegen.tensor;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Tensors from and to arrays, buffers and mapped files. Every call copies. What is made lies on the
 * {@link Device#current} device.
 */
public final class HostMemory {
  private HostMemory() {}

  public static Tensor tensor(float[] values, long... shape) {
    return filled(DType.FLOAT32, shape, values.length, bytes -> bytes.asFloatBuffer().put(values));
  }

  public static Tensor tensor(long[] values, long... shape) {
    return filled(DType.INT64, shape, values.length, bytes -> bytes.asLongBuffer().put(values));
  }

  /** A tensor with the bytes of {@code buffer} from its position to its limit. */
  public static Tensor tensor(ByteBuffer buffer, DType dtype, long... shape) {
    long count = buffer.remaining() / dtype.bytes();
    return filled(dtype, shape, count, bytes -> bytes.put(buffer.duplicate()));
  }

  /** A tensor with the bytes of {@code segment}, which may be a mapped file of any size. */
  public static Tensor tensor(MemorySegment segment, DType dtype, long... shape) {
    if (segment.byteSize() != product(shape) * dtype.bytes()) {
      throw mismatch(segment.byteSize() / dtype.bytes(), shape);
    }
    var tensor = empty(dtype, shape);
    if (segment.byteSize() > 0) {
      MemorySegment.copy(segment, 0, segment(tensor), 0, segment.byteSize());
    }
    return there(tensor);
  }

  public static float[] floats(Tensor tensor) {
    var values = new float[Math.toIntExact(tensor.count())];
    read(tensor.to(DType.FLOAT32), bytes -> bytes.asFloatBuffer().get(values));
    return values;
  }

  public static long[] longs(Tensor tensor) {
    var values = new long[Math.toIntExact(tensor.count())];
    read(tensor.to(DType.INT64), bytes -> bytes.asLongBuffer().get(values));
    return values;
  }

  /** Lends the bytes of {@code tensor}, in row order, for the duration of {@code reader}. */
  public static void read(Tensor tensor, Consumer<ByteBuffer> reader) {
    try (var _ = Scope.open()) {
      var there = tensor.isCpu() ? tensor : tensor.to(Device.CPU);
      reader.accept(bytes(there.detach().contiguous()));
    }
  }

  private static Tensor filled(
      DType dtype, long[] shape, long count, Consumer<ByteBuffer> writer) {
    if (count != product(shape)) {
      throw mismatch(count, shape);
    }
    var tensor = empty(dtype, shape);
    if (count > 0) {
      writer.accept(bytes(tensor));
    }
    return there(tensor);
  }

  private static Tensor empty(DType dtype, long... shape) {
    return Ops.empty(dtype, Device.CPU, shape);
  }

  private static Tensor there(Tensor tensor) {
    var device = Device.current();
    return device.isCpu() ? tensor : tensor.to(device);
  }

  private static ByteBuffer bytes(Tensor tensor) {
    long size = tensor.count() * tensor.dtype().bytes();
    if (size == 0) {
      return ByteBuffer.allocate(0);
    }
    var pointer = new BytePointer(tensor.handle.data_ptr()).capacity(size);
    return pointer.asByteBuffer().order(ByteOrder.nativeOrder());
  }

  @SuppressWarnings("restricted")
  private static MemorySegment segment(Tensor tensor) {
    Pointer pointer = tensor.handle.data_ptr();
    return MemorySegment.ofAddress(pointer.address())
        .reinterpret(tensor.count() * tensor.dtype().bytes());
  }

  private static long product(long... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  private static IllegalArgumentException mismatch(long count, long... shape) {
    return new IllegalArgumentException(
        "A tensor of shape %s has %d elements, got %d"
            .formatted(Arrays.toString(shape), product(shape), count));
  }
}
