package moviegen.wan;

import static moviegen.golden.Golden.assertAgree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.KeyMap;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.text.StreamedT5;
import moviegen.text.T5Config;
import moviegen.text.T5Encoder;
import moviegen.text.T5Keys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Umt5GoldenTest {
  @ParameterizedTest
  @CsvSource({"umt5, FLOAT32", "umt5_hf, FLOAT32", "umt5, BFLOAT16", "umt5_hf, BFLOAT16"})
  void agreesWithTheOriginal(String file, DType dtype) {
    var golden = Golden.of("wan");
    try (var _ = Scope.open();
        var _ = Native.noGrad();
        var weights = golden.open(file);
        var io = golden.open("umt5_io")) {
      var source = weights.source(keys(file)).as(dtype);
      try (var params = Params.frozen(source)) {
        var encoder = new T5Encoder(params, config(golden.config().get("umt5")), dtype);
        source.requireAllUsed();

        for (String which : List.of("", "2")) {
          var mask = io.read("mask" + which);
          var features = encoder.encode(io.read("ids" + which), mask).features();
          long tokens = (long) mask.sum().item();
          assertAgree(
              features.narrow(1, 0, tokens), io.read("output" + which).narrow(1, 0, tokens));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"umt5, FLOAT32", "umt5_hf, FLOAT32", "umt5, BFLOAT16", "umt5_hf, BFLOAT16"})
  void agreesWithTheOriginalLayerByLayer(String file, DType dtype) {
    var golden = Golden.of("wan");
    try (var _ = Scope.open();
        var _ = Native.noGrad();
        var weights = golden.open(file);
        var io = golden.open("umt5_io")) {
      var source = weights.source(keys(file));
      var encoder = new StreamedT5(source, config(golden.config().get("umt5")), dtype);
      var features = encoder.encode(List.of(tokens(io, ""), tokens(io, "2")));
      source.requireAllUsed();

      assertAgree(features.get(0), expected(io, "", features.get(0).size(1)));
      assertAgree(features.get(1), expected(io, "2", features.get(1).size(1)));
    }
  }

  private static Tensor expected(Checkpoint io, String which, long tokens) {
    return io.read("output" + which).narrow(1, 0, tokens);
  }

  private static int[] tokens(Checkpoint io, String which) {
    int count = (int) io.read("mask" + which).sum().item();
    long[] ids = HostMemory.longs(io.read("ids" + which));
    return Arrays.stream(ids).limit(count).mapToInt(Math::toIntExact).toArray();
  }

  private static KeyMap keys(String file) {
    return file.endsWith("_hf") ? T5Keys.HUGGING_FACE : T5Keys.WAN;
  }

  private static T5Config config(JsonNode json) {
    int heads = json.get("heads").intValue();
    return new T5Config(
        json.get("vocab").intValue(),
        json.get("dim").intValue(),
        json.get("layers").intValue(),
        heads,
        json.get("dim_attn").intValue() / heads,
        json.get("dim_ffn").intValue(),
        json.get("buckets").intValue(),
        T5Config.UMT5_XXL.farthest(),
        T5Config.Activation.GELU,
        false);
  }
}
