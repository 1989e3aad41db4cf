package moviegen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class StateDictTest {
  private static final T5Config CONFIG = T5Config.miniature(40);

  @Test
  void hasTheApprovedNamesAndShapes() throws IOException {
    try (var params = Params.random();
        var approved = StateDictTest.class.getResourceAsStream("state_dict.txt")) {
      new T5Denoiser(params, CONFIG, 1, DType.FLOAT32);
      String names =
          params.asMap().entrySet().stream()
              .map(entry -> entry.getKey() + " " + Arrays.toString(entry.getValue().shape()))
              .collect(Collectors.joining("\n", "", "\n"));
      assertThat(names).isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void leavesNoHandleBehind() {
    long before = Pointer.totalCount();
    try (var params = Params.random()) {
      new T5Denoiser(params, CONFIG, 1, DType.FLOAT32);
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }
}
