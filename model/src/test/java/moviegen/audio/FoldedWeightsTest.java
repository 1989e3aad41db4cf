package moviegen.audio;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldedWeightsTest {
  @TempDir private Path folder;

  @Test
  void readsTheNamesOfParametrizationsAsTheOldOnes() {
    var file = folder.resolve("new.safetensors");
    try (var _ = Scope.open();
        var old = Golden.of("dac").open("weights")) {
      Map<String, Tensor> renamed = new LinkedHashMap<>();
      for (String name : old.names()) {
        renamed.put(
            name.replaceAll("weight_g$", "parametrizations.weight.original0")
                .replaceAll("weight_v$", "parametrizations.weight.original1"),
            old.read(name));
      }
      SafetensorsWriter.write(file, renamed, Map.of());
      try (var checkpoint = Checkpoint.open(file);
          var before = params(old);
          var after = params(checkpoint)) {
        assertThat(after.asMap().keySet()).isEqualTo(before.asMap().keySet());
        before
            .asMap()
            .forEach(
                (name, weight) ->
                    assertThat(requireNonNull(after.asMap().get(name)).sameAs(weight)).isTrue());
      }
    }
  }

  @Test
  void aWeightIsAsLongAsItsFileSays() {
    try (var _ = Scope.open();
        var weights = Golden.of("dac").open("weights");
        var params = params(weights)) {
      var folded = requireNonNull(params.asMap().get("decoder.levels.0.up.weight"));
      var lengths = folded.reshape(folded.size(0), -1).normKeeping(1);
      var expected = weights.read("decoder.model.1.block.1.weight_g").reshape(-1, 1);
      assertThat(Golden.distance(lengths, expected)).isLessThan(1e-5);
    }
  }

  private static Params params(Checkpoint checkpoint) {
    var config = AudioCodecGoldenTest.config(Golden.of("dac").config());
    var source = CodecKeys.open(checkpoint, config);
    var params = Params.frozen(source);
    new AudioCodec(params, config, DType.FLOAT32);
    source.requireAllUsed();
    return params;
  }
}
