package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.transformer.TransformerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AverageTest {
  @TempDir Path folder;

  private Path part(String name, double value, String needs) {
    var file = folder.resolve(name);
    try (var _ = Scope.open()) {
      SafetensorsWriter.write(
          file,
          Map.of("weight", Ops.full(DType.FLOAT32, value, 2, 2)),
          Map.of(
              "moviegen.part",
              "transformer",
              "moviegen.config",
              Json.write(TransformerConfig.MINIATURE),
              "moviegen.needs",
              needs,
              "moviegen.recipe",
              name,
              "moviegen.steps",
              "100",
              "moviegen.samples",
              "800"));
    }
    return file;
  }

  @Test
  void isTheMeanOfAllWeights() {
    var cast = new CastFolder(folder.resolve("cast"));
    Average.of(List.of(part("a", 1, "{}"), part("b", 2, "{}"), part("c", 6, "{}")), cast);
    try (var checkpoint = Checkpoint.open(cast.file("transformer"));
        var _ = Scope.open()) {
      assertThat(HostMemory.floats(checkpoint.read("weight").to(DType.FLOAT32)))
          .containsExactly(3, 3, 3, 3);
    }
    assertThat(cast.metadata("transformer"))
        .containsEntry("moviegen.recipe", "average of a, b, c")
        .containsEntry("moviegen.steps", "300");
    assertThat(cast.config("transformer", TransformerConfig.class))
        .isEqualTo(TransformerConfig.MINIATURE);
  }

  @Test
  void refusesWhatWasTrainedWithOtherParts() {
    var files = List.of(part("a", 1, "{}"), part("b", 2, "{\"text\":\"other\"}"));
    var cast = new CastFolder(folder.resolve("cast"));
    assertThatThrownBy(() -> Average.of(files, cast))
        .hasMessageEndingWith("cannot be averaged with the others: it has another moviegen.needs");
  }

  @Test
  void namesTheFineTuningThatIsMissing() {
    var missing = folder.resolve("fine-b").resolve("part.safetensors");
    var cast = new CastFolder(folder.resolve("cast"));
    assertThatThrownBy(() -> Average.of(List.of(part("a", 1, "{}"), missing), cast))
        .hasMessageEndingWith("train fine-b first");
  }
}
