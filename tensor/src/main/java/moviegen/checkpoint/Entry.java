package moviegen.checkpoint;

import java.util.List;
import moviegen.tensor.DType;

/** One tensor of a safetensors file; offsets are in bytes, counted from the end of the header. */
record Entry(String name, DType dtype, List<Long> shape, long begin, long end) {

  /** The bytes that a tensor of this shape takes, or -1 if no {@code long} can count them. */
  long bytes() {
    try {
      long others = dtype.bytes();
      for (long length : shape) {
        others = Math.multiplyExact(others, Math.max(1, length));
      }
      return shape.contains(0L) ? 0 : others;
    } catch (ArithmeticException _) {
      return -1;
    }
  }

  long[] lengths() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }

  String description() {
    return Element.of(dtype) + " " + shape;
  }
}
