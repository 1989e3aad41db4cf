package moviegen.text;

import static moviegen.golden.Golden.assertAgree;

import com.fasterxml.jackson.databind.JsonNode;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class T5GoldenTest {
  @ParameterizedTest
  @CsvSource({"t5-gelu, FLOAT32", "t5-silu, FLOAT32", "t5-gelu, BFLOAT16", "t5-silu, BFLOAT16"})
  void agreesWithTheOriginal(String folder, DType dtype) {
    var golden = Golden.of(folder);
    try (var _ = Scope.open();
        var weights = golden.open("weights");
        var io = golden.open("io")) {
      var source = weights.source(T5Keys.HUGGING_FACE_SHARED).as(dtype);
      try (var params = Params.frozen(source)) {
        var tower = new T5Encoder(params, config(golden.config()), dtype);
        source.requireAllUsed();

        assertAgree(tower.encode(io.read("ids"), io.read("mask")).features(), io.read("output"));
      }
    }
  }

  private static T5Config config(JsonNode json) {
    return new T5Config(
        json.get("vocab_size").intValue(),
        json.get("d_model").intValue(),
        json.get("num_layers").intValue(),
        json.get("num_heads").intValue(),
        json.get("d_kv").intValue(),
        json.get("d_ff").intValue(),
        json.get("relative_attention_num_buckets").intValue(),
        json.get("relative_attention_max_distance").intValue(),
        json.get("feed_forward_proj").textValue().equals("gated-gelu")
            ? T5Config.Activation.GELU
            : T5Config.Activation.SILU,
        true);
  }
}
