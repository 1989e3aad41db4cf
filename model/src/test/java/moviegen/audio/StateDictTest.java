package moviegen.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;

class StateDictTest {
  @Test
  void theCodecHasTheApprovedNamesAndShapes() throws IOException {
    try (var params = Params.random()) {
      new AudioCodec(params, AudioCodecConfig.MINIATURE, DType.FLOAT32);
      assertThat(names(params.asMap())).isEqualTo(approved("codec.txt"));
    }
  }

  @Test
  void theTransformerHasTheApprovedNamesAndShapes() throws IOException {
    try (var params = Params.random()) {
      new AudioTransformer(params, AudioTransformerConfig.MINIATURE);
      assertThat(names(params.asMap())).isEqualTo(approved("transformer.txt"));
    }
  }

  private static String names(Map<String, Tensor> tensors) {
    return tensors.entrySet().stream()
        .map(entry -> entry.getKey() + " " + Arrays.toString(entry.getValue().shape()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String approved(String name) throws IOException {
    try (var stream = Objects.requireNonNull(StateDictTest.class.getResourceAsStream(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
