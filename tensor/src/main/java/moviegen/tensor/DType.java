package moviegen.tensor;

import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.pytorch.global.torch;

/** The type of a tensor's elements, with its width in bytes. */
public enum DType {
  FLOAT32(4, torch.ScalarType.Float),
  FLOAT64(8, torch.ScalarType.Double),
  BFLOAT16(2, torch.ScalarType.BFloat16),
  FLOAT16(2, torch.ScalarType.Half),
  FLOAT8_E4M3(1, torch.ScalarType.Float8_e4m3fn),
  FLOAT8_E5M2(1, torch.ScalarType.Float8_e5m2),
  INT64(8, torch.ScalarType.Long),
  INT32(4, torch.ScalarType.Int),
  UINT8(1, torch.ScalarType.Byte),
  INT8(1, torch.ScalarType.Char),
  BOOL(1, torch.ScalarType.Bool);

  private final int bytes;
  final torch.ScalarType scalarType;

  DType(int bytes, torch.ScalarType scalarType) {
    this.bytes = bytes;
    this.scalarType = scalarType;
  }

  static DType of(torch.ScalarType type) {
    return Arrays.stream(values())
        .filter(dtype -> dtype.scalarType.value == type.intern().value)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No tensors of type " + type + " here"));
  }

  /** Bytes an element takes. */
  public int bytes() {
    return bytes;
  }

  public boolean isFloating() {
    return ordinal() <= FLOAT8_E5M2.ordinal();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
