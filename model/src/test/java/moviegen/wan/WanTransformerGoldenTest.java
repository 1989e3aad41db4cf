package moviegen.wan;

import static moviegen.golden.Golden.assertAgree;

import com.fasterxml.jackson.databind.JsonNode;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WanTransformerGoldenTest {
  private static final String OUTPUT = "v_t";

  @ParameterizedTest
  @CsvSource({"dit, FLOAT32", "dit_diffusers, FLOAT32", "dit, BFLOAT16", "dit_diffusers, BFLOAT16"})
  void agreesWithTheOriginal(String file, DType dtype) {
    var golden = Golden.of("wan");
    try (var _ = Scope.open();
        var weights = golden.open(file);
        var io = golden.open("dit_io")) {
      var source = weights.source(WanKeys.of(weights.names()));
      try (var params = Params.frozen(source)) {
        var transformer = new WanTransformer(params, config(golden.config().get("dit")), dtype);
        source.requireAllUsed();
        var x = io.read("x").unsqueeze(0);
        var text = transformer.read(io.read("context").unsqueeze(0));
        for (var name : io.names().stream().filter(name -> name.startsWith(OUTPUT)).toList()) {
          var time = Ops.tensor(Double.parseDouble(name.substring(OUTPUT.length())));
          var v = transformer.forward(x, time, text).squeeze(0);
          assertAgree(v.to(dtype), io.read(name));
        }
      }
    }
  }

  static WanConfig config(JsonNode json) {
    return new WanConfig(
        json.get("dim").intValue(),
        json.get("ffn_dim").intValue(),
        json.get("num_heads").intValue(),
        json.get("num_layers").intValue(),
        json.get("in_dim").intValue(),
        json.get("out_dim").intValue(),
        json.get("text_dim").intValue(),
        json.get("text_len").intValue(),
        json.get("freq_dim").intValue(),
        json.path("cross_attn_norm").asBoolean(true),
        false,
        json.get("eps").doubleValue());
  }
}
