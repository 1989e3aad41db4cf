package moviegen.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import moviegen.nn.Params;
import org.junit.jupiter.api.Test;

class StateDictTest {
  @Test
  void hasTheApprovedNamesAndShapes() throws IOException {
    var config = ClipConfig.miniature(40);
    try (var params = Params.random();
        var approved = StateDictTest.class.getResourceAsStream("state_dict.txt")) {
      new ClipTextTower(params.at("text"), config);
      new ClipImageTower(params.at("image"), config);
      new ContrastiveLoss(params.at("loss"));
      String names =
          params.asMap().entrySet().stream()
              .map(entry -> entry.getKey() + " " + Arrays.toString(entry.getValue().shape()))
              .collect(Collectors.joining("\n", "", "\n"));
      assertThat(names).isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
