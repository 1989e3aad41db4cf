package moviegen.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  @TempDir private Path folder;

  @Test
  void fillsParametersInTheTypeAskedFor() {
    write("a.safetensors", DType.BFLOAT16, "layer.weight");
    try (var checkpoint = Checkpoint.open(folder);
        var params = Params.frozen(checkpoint.source(KeyMap.IDENTITY).as(DType.FLOAT32))) {
      var weight = params.at("layer").get("weight", Init.ZEROS, 2, 3);

      assertThat(checkpoint.dtype("layer.weight")).isEqualTo(DType.BFLOAT16);
      assertThat(weight.dtype()).isEqualTo(DType.FLOAT32);
      assertThat(weight.shape()).containsExactly(2, 3);
    }
  }

  @Test
  void multipliesNarrowWeightsByTheirScales() {
    try (var _ = Scope.open()) {
      var wide = Ops.tensor(0.5, -1, 2, 3, -4, 448).reshape(2, 3);
      SafetensorsWriter.write(
          folder.resolve("a.safetensors"),
          Map.of(
              "a.weight", wide.to(DType.FLOAT8_E4M3),
              "a.scale_weight", Ops.tensor(0.25).reshape(),
              "a.scale_input", Ops.tensor(3),
              "b.weight", wide.to(DType.FLOAT8_E4M3),
              "c.scale_weight", Ops.tensor(7),
              "scaled_fp8", Ops.zeros(0).to(DType.FLOAT8_E4M3)),
          Map.of());
      try (var checkpoint = Checkpoint.open(folder)) {
        assertThat(checkpoint.names()).containsExactly("a.weight", "b.weight", "c.scale_weight");
        assertThat(checkpoint.read("a.weight").sameAs(wide.mul(0.25))).isTrue();
        assertThat(checkpoint.rows("a.weight", 1).sameAs(wide.narrow(0, 1, 1).mul(0.25))).isTrue();
        assertThat(checkpoint.read("b.weight").to(DType.FLOAT32).sameAs(wide)).isTrue();
      }
    }
  }

  @Test
  void namesTheKeyThatIsMissing() {
    write("a.safetensors", DType.FLOAT32, "weight");
    try (var checkpoint = Checkpoint.open(folder);
        var params = Params.frozen(checkpoint.source(KeyMap.IDENTITY))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> params.at("layer").get("weight", Init.ZEROS, 2, 3))
          .withMessage("%s: missing key layer.weight", folder.resolve("a.safetensors"));
    }
  }

  @Test
  void namesTheKeysThatNobodyAskedFor() {
    write("a.safetensors", DType.FLOAT32, "weight", "bias", "noise");
    try (var checkpoint = Checkpoint.open(folder)) {
      var source = checkpoint.source(KeyMap.IDENTITY);
      try (var params = Params.frozen(source)) {
        params.get("weight", Init.ZEROS, 2, 3);
        assertThatIllegalArgumentException()
            .isThrownBy(source::requireAllUsed)
            .withMessageEndingWith(": unexpected keys bias, noise");
        params.get("bias", Init.ZEROS, 2, 3);
        params.get("noise", Init.ZEROS, 2, 3);
        source.requireAllUsed();
      }
    }
  }

  @Test
  void renamesForeignKeysAndDropsCopies() {
    write("a.safetensors", DType.FLOAT32, "model.block.3.wi", "model.tied");
    var keys =
        KeyMap.IDENTITY.rename("^model\\.", "").drop("tied").rename("block\\.(\\d+)", "blocks.$1");
    try (var checkpoint = Checkpoint.open(folder)) {
      var source = checkpoint.source(keys);
      try (var params = Params.frozen(source)) {
        params.at("blocks").at(3).get("wi", Init.ZEROS, 2, 3);
        source.requireAllUsed();
      }
    }
  }

  @Test
  void refusesTwoKeysThatBecomeOne() {
    write("a.safetensors", DType.FLOAT32, "a.weight", "b.weight");
    try (var checkpoint = Checkpoint.open(folder)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> checkpoint.source(KeyMap.IDENTITY.rename("^[ab]\\.", "")))
          .withMessageEndingWith("keys a.weight and b.weight both become weight");
    }
  }

  @Test
  void readsShards() throws IOException {
    write("one.safetensors", DType.FLOAT32, "a");
    write("two.safetensors", DType.FLOAT16, "b", "c");
    index("{\"a\":\"one.safetensors\",\"b\":\"two.safetensors\",\"c\":\"two.safetensors\"}");
    try (var checkpoint = Checkpoint.open(folder);
        var _ = Scope.open()) {
      assertThat(checkpoint.names()).containsExactly("a", "b", "c");
      assertThat(checkpoint.read("c").dtype()).isEqualTo(DType.FLOAT16);
    }
  }

  @Test
  void refusesAnIndexThatDoesNotFitItsShards() throws IOException {
    write("one.safetensors", DType.FLOAT32, "a", "b");
    index("{\"a\":\"one.safetensors\"}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoint.open(folder))
        .withMessageEndingWith(": unexpected key b in one.safetensors");
    index("{\"a\":\"one.safetensors\",\"b\":\"one.safetensors\",\"c\":\"one.safetensors\"}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoint.open(folder))
        .withMessageEndingWith(": missing key c in one.safetensors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../one.safetensors",
        "/etc/one.safetensors",
        "sub/one.safetensors",
        "..",
        "a\\\\b.safetensors",
        "one.bin"
      })
  void shardsNeverLeaveTheFolder(String shard) throws IOException {
    index("{\"a\":\"%s\"}".formatted(shard));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoint.open(folder))
        .withMessageContaining("expected the name of a safetensors file beside it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "{\"weight_map\": {\"a\": []}}", "{\"weight_map\": null}"})
  void refusesWhatIsNoIndex(String json) throws IOException {
    Files.writeString(folder.resolve("model.safetensors.index.json"), json);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoint.open(folder))
        .withMessageContaining("not an index of shards");
  }

  private void index(String map) throws IOException {
    Files.writeString(
        folder.resolve("model.safetensors.index.json"), "{\"weight_map\": %s}".formatted(map));
  }

  private void write(String file, DType dtype, String... names) {
    try (var _ = Scope.open()) {
      var tensors = new HashMap<String, Tensor>();
      for (String name : names) {
        tensors.put(name, Ops.randn(2, 3));
      }
      SafetensorsWriter.write(folder.resolve(file), tensors, Map.of(), dtype);
    }
  }
}
