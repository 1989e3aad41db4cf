package moviegen.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(DType.class)
  void readsWhatItWroteInEveryType(DType dtype) {
    for (long seed = 0; seed < 5; seed++) {
      try (var _ = Scope.open()) {
        Ops.manualSeed(seed);
        var tensor = Ops.randn(3, 1 + seed, 2).mul(50).abs().to(dtype);
        var read = throughAFile(tensor);

        assertThat(read.dtype()).isEqualTo(dtype);
        assertThat(read.to(DType.FLOAT64).sameAs(tensor.to(DType.FLOAT64))).isTrue();
      }
    }
  }

  @Test
  void keepsTensorsWithoutAxesAndWithoutElements() {
    try (var _ = Scope.open()) {
      assertThat(throughAFile(Ops.randn()).shape()).isEmpty();
      assertThat(throughAFile(Ops.zeros(2, 0, 3)).shape()).containsExactly(2, 0, 3);
    }
  }

  @Test
  void keepsMixedTypesAndTransposedTensors() {
    try (var _ = Scope.open()) {
      var x = Ops.randn(3, 5);
      var file = folder.resolve("mixed.safetensors");
      SafetensorsWriter.write(
          file,
          Map.of("a", Ops.ones(7).to(DType.UINT8), "b", x.transpose(0, 1), "c", Ops.arange(3)),
          Map.of());
      try (var read = Safetensors.open(file)) {
        assertThat(read.read("b").sameAs(x.transpose(0, 1))).isTrue();
        assertThat(read.read("c").sameAs(Ops.arange(3))).isTrue();
      }
    }
  }

  @Test
  void keepsWhatIsSaidOfTheTensors() {
    var said = Map.of("moviegen.part", "judge", "moviegen.config", "{\"name\": \"ünï\\n\"}");
    try (var _ = Scope.open()) {
      var file = folder.resolve("said.safetensors");
      SafetensorsWriter.write(file, Map.of("x", Ops.zeros(1)), said);
      try (var read = Safetensors.open(file)) {
        assertThat(read.metadata()).isEqualTo(said);
        assertThat(read.names()).containsExactly("x");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void alignsTheFirstByteAndLeavesNothingBeside(long seed) throws IOException {
    try (var _ = Scope.open()) {
      Ops.manualSeed(seed);
      var file = folder.resolve("aligned.safetensors");
      SafetensorsWriter.write(
          file, Map.of("x".repeat((int) seed), Ops.randn(2)), Map.of(), DType.BFLOAT16);

      assertThat((Files.size(file) - 4) % 8).isZero();
      try (var list = Files.list(folder)) {
        assertThat(list).containsExactly(file);
      }
    }
  }

  private Tensor throughAFile(Tensor tensor) {
    var file = folder.resolve("tensor.safetensors");
    SafetensorsWriter.write(file, Map.of("x", tensor), Map.of());
    try (var read = Safetensors.open(file)) {
      return read.read("x");
    }
  }
}
