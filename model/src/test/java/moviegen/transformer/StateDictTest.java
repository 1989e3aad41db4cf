package moviegen.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import moviegen.nn.Params;
import org.junit.jupiter.api.Test;

class StateDictTest {
  @Test
  void hasTheApprovedNamesAndShapes() throws IOException {
    var config = TransformerConfig.MINIATURE.withTextWidths(List.of(32, 16)).withExtraChannels(4);
    try (var params = Params.random();
        var approved = StateDictTest.class.getResourceAsStream("state_dict.txt")) {
      new MovieTransformer(params, config);
      String names =
          params.asMap().entrySet().stream()
              .map(entry -> entry.getKey() + " " + Arrays.toString(entry.getValue().shape()))
              .collect(Collectors.joining("\n", "", "\n"));
      assertThat(names).isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
