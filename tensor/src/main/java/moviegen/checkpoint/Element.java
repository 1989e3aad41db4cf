package moviegen.checkpoint;

import java.util.Arrays;
import moviegen.tensor.DType;

/** The element types a safetensors file may have, under the names it gives them. */
enum Element {
  F64(DType.FLOAT64),
  F32(DType.FLOAT32),
  F16(DType.FLOAT16),
  BF16(DType.BFLOAT16),
  F8_E4M3(DType.FLOAT8_E4M3),
  F8_E5M2(DType.FLOAT8_E5M2),
  I64(DType.INT64),
  I32(DType.INT32),
  I8(DType.INT8),
  U8(DType.UINT8),
  BOOL(DType.BOOL);

  private final DType dtype;

  Element(DType dtype) {
    this.dtype = dtype;
  }

  DType dtype() {
    return dtype;
  }

  static Element of(DType dtype) {
    return Arrays.stream(values())
        .filter(element -> element.dtype == dtype)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No safetensors file holds " + dtype));
  }
}
