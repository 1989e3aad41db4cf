package moviegen.checkpoint;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moviegen.tensor.DType;

/**
 * The numbers by which weights in 8-bit floating point are to be multiplied, as repackaged files
 * keep them: beside {@code a.weight} the number {@code a.scale_weight}, perhaps one for the layer's
 * input, which is not used here, and a mark that there are any.
 *
 * @param scaleOf a weight's scale
 * @param names all that is beside the weights
 */
record WeightScales(Map<String, String> scaleOf, Set<String> names) {
  private static final String WEIGHT = ".weight";
  private static final String SCALE = ".scale_weight";
  private static final String INPUT = ".scale_input";
  private static final String MARK = "scaled_fp8";

  /** Those of a checkpoint whose tensors lie in these files. */
  static WeightScales of(Map<String, Safetensors> fileOf) {
    var scales = new TreeMap<String, String>();
    var names = new TreeSet<String>();
    for (String name : fileOf.keySet()) {
      if (name.endsWith(SCALE)) {
        String layer = name.substring(0, name.length() - SCALE.length());
        if (isNarrow(fileOf, layer + WEIGHT) && isNumber(fileOf, name)) {
          scales.put(layer + WEIGHT, name);
          names.add(name);
          names.add(layer + INPUT);
        }
      }
    }
    if (!scales.isEmpty()) {
      fileOf.keySet().stream()
          .filter(name -> name.equals(MARK) || name.endsWith("." + MARK))
          .forEach(names::add);
    }
    return new WeightScales(scales, names);
  }

  private static boolean isNarrow(Map<String, Safetensors> fileOf, String weight) {
    var file = fileOf.get(weight);
    return file != null
        && (file.dtype(weight) == DType.FLOAT8_E4M3 || file.dtype(weight) == DType.FLOAT8_E5M2);
  }

  private static boolean isNumber(Map<String, Safetensors> fileOf, String name) {
    var file = fileOf.get(name);
    return file != null
        && file.dtype(name).isFloating()
        && Arrays.stream(file.shape(name)).allMatch(side -> side == 1);
  }
}
