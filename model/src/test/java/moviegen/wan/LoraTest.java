package moviegen.wan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.nn.Init;
import moviegen.tensor.DType;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.wan.WanPart.Layout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoraTest {
  private static final String OURS = "blocks.1.self.query.weight";
  private static final int WIDTH = 64;
  private static final int RANK = 4;

  @TempDir static Path weights;
  @TempDir Path folder;

  private static WanPart transformer;

  @BeforeAll
  static void write() {
    RandomWan.MINIATURE.write(weights, Layout.DIFFUSERS, _ -> {});
    transformer = WanFolder.open(weights).transformer().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "diffusion_model.blocks.1.self_attn.q.lora_A.weight, lora_B, lora_A",
    "base_model.model.blocks.1.self_attn.q.lora_A.default.weight, lora_B, lora_A",
    "transformer.blocks.1.attn1.to_q.lora_A.weight, lora_B, lora_A",
    "blocks.1.self_attn.q.lora_down.weight, lora_up, lora_down",
    "lora_unet_blocks_1_self_attn_q.lora_down.weight, lora_up, lora_down",
    "lora_unet_blocks_1_attn1_to_q.lora_down.weight, lora_up, lora_down"
  })
  void isMergedUnderTheNamesOfEveryTrainer(String down, String up, String mark) {
    try (var _ = Scope.open()) {
      var d = Noise.gaussian(1, RANK, WIDTH);
      var u = Noise.gaussian(2, WIDTH, RANK);
      var file = file(Map.of(down, d, down.replace(mark, up), u));
      assertThat(difference(file, 0.5, u.matmul(d).mul(0.5))).isCloseTo(0, within(1e-5f));
    }
  }

  @Test
  void countsItsAlphaAgainstItsRank() {
    try (var _ = Scope.open()) {
      var d = Noise.gaussian(1, RANK, WIDTH);
      var u = Noise.gaussian(2, WIDTH, RANK);
      String module = "lora_unet_blocks_1_self_attn_q";
      var file =
          file(
              Map.of(
                  module + ".lora_down.weight", d,
                  module + ".lora_up.weight", u,
                  module + ".alpha", Ops.tensor(2).reshape()));
      assertThat(difference(file, 1, u.matmul(d).mul(2.0 / RANK))).isCloseTo(0, within(1e-5f));
    }
  }

  @Test
  void addsPlainDifferences() {
    try (var _ = Scope.open()) {
      var difference = Noise.gaussian(3, WIDTH, WIDTH);
      var file = file(Map.of("diffusion_model.blocks.1.self_attn.q.diff", difference));
      assertThat(difference(file, 1, difference)).isCloseTo(0, within(1e-5f));
    }
  }

  @Test
  void leavesAllOtherWeights() {
    try (var _ = Scope.open()) {
      var file = lora("blocks.1.self_attn.q", WIDTH);
      try (var plain = WanWeights.open(transformer, DType.FLOAT32);
          var changed =
              WanWeights.open(transformer, DType.FLOAT32, List.of(new LoraFile(file, 1)))) {
        String other = "blocks.0.self.query.weight";
        assertThat(
                plain
                    .get(other, Init.ZEROS, WIDTH, WIDTH)
                    .sameAs(changed.get(other, Init.ZEROS, WIDTH, WIDTH)))
            .isTrue();
      }
    }
  }

  @Test
  void ofALargerModelIsRefused() {
    var file = lora("blocks.30.self_attn.q", WIDTH);
    wrong(
        file,
        "is a LoRA of another model: blocks.30.self_attn.q.lora_A.weight changes nothing that this"
            + " transformer has.");
  }

  @Test
  void ofAWiderModelIsRefused() {
    var file = lora("blocks.1.self_attn.q", 96);
    wrong(file, "is a LoRA of another model: blocks.1.self_attn.q.lora_A.weight has the shape");
  }

  @Test
  void thatIsSomethingElseIsRefused() {
    try (var _ = Scope.open()) {
      wrong(
          file(Map.of("blocks.1.self_attn.q.weight", Ops.ones(2))),
          "is not a LoRA: blocks.1.self_attn.q.weight is no part of one.");
    }
  }

  @Test
  void readsItsStrengthBehindAColon() {
    var file = lora("blocks.1.self_attn.q", WIDTH);
    assertThat(LoraFile.parse(file + ":0.8")).isEqualTo(new LoraFile(file, 0.8));
    assertThat(LoraFile.parse(file.toString())).isEqualTo(new LoraFile(file, 1));
    assertThatThrownBy(() -> LoraFile.parse("none.safetensors:0.8"))
        .hasMessage("There is no LoRA file none.safetensors.");
  }

  private Path lora(String module, int width) {
    try (var _ = Scope.open()) {
      return file(
          Map.of(
              module + ".lora_A.weight", Ops.ones(RANK, width),
              module + ".lora_B.weight", Ops.ones(width, RANK)));
    }
  }

  private Path file(Map<String, Tensor> tensors) {
    var file = folder.resolve("lora.safetensors");
    SafetensorsWriter.write(file, new TreeMap<>(tensors), Map.of());
    return file;
  }

  /** How far the change of the query weight is from the expected one. */
  private static float difference(Path file, double strength, Tensor expected) {
    try (var plain = WanWeights.open(transformer, DType.FLOAT32);
        var changed =
            WanWeights.open(transformer, DType.FLOAT32, List.of(new LoraFile(file, strength)))) {
      var before = plain.get(OURS, Init.ZEROS, WIDTH, WIDTH);
      var after = changed.get(OURS, Init.ZEROS, WIDTH, WIDTH);
      return after.sub(before).sub(expected).abs().max().item();
    }
  }

  private static void wrong(Path file, String sentence) {
    assertThatThrownBy(() -> Lora.open(new LoraFile(file, 1), transformer).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }
}
