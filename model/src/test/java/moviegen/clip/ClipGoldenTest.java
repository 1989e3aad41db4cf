package moviegen.clip;

import static moviegen.golden.Golden.assertAgree;

import com.fasterxml.jackson.databind.JsonNode;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipGoldenTest {
  /** The stored text outputs see the whole context; published weights look back only. */
  private static final boolean MADE_WITHOUT_CAUSAL_MASK = true;

  @ParameterizedTest
  @CsvSource({
    "clip, FLOAT32",
    "clip-quickgelu, FLOAT32",
    "clip, BFLOAT16",
    "clip-quickgelu, BFLOAT16"
  })
  void agreesWithTheOriginal(String folder, DType dtype) {
    var golden = Golden.of(folder);
    var config = config(golden.config());
    try (var _ = Scope.open();
        var weights = golden.open("weights");
        var io = golden.open("io")) {
      var source = weights.source(ClipKeys.OPEN_CLIP).as(dtype);
      try (var params = Params.frozen(source)) {
        var texts = new ClipTextTower(params.at("text"), config, dtype);
        var images = new ClipImageTower(params.at("image"), config, dtype);
        source.requireAllUsed();

        var text = texts.forward(io.read("ids"));
        assertAgree(text.tokens(), io.read("text_tokens"));
        assertAgree(text.embedding(), io.read("text_embedding"));
        var image = images.forward(io.read("image").rearrange("b c h w -> b h w c"));
        assertAgree(image.embedding(), io.read("image_embedding"));
      }
    }
  }

  private static ClipConfig config(JsonNode json) {
    var vision = json.get("vision");
    var text = json.get("text");
    return new ClipConfig(
        json.get("embed_dim").intValue(),
        vision.get("image_size").intValue(),
        vision.get("patch_size").intValue(),
        tower(vision),
        text.get("vocab_size").intValue(),
        text.get("context_length").intValue(),
        tower(text),
        !text.path("no_causal_mask").asBoolean(MADE_WITHOUT_CAUSAL_MASK),
        json.get("quick_gelu").booleanValue());
  }

  private static TowerConfig tower(JsonNode json) {
    return TowerConfig.of(
        json.get("width").intValue(), json.get("layers").intValue(), json.get("heads").intValue());
  }
}
