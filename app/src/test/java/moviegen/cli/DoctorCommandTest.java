package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  @Test
  void findsThisMachineAbleToMakeFilms() throws IOException {
    var ran = Ran.moviegen("doctor", "--no-film", "--json");
    var found = json(ran);
    assertThat(found.path("missing")).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(found.path("libtorch").path("per_second").path("float32").asDouble()).isPositive();
    assertThat(found.path("cast").path("bytes").asLong()).isPositive();
    assertThat(found.path("machine").path("cores").asInt()).isPositive();
  }

  @Test
  void saysInOneSentenceWhatIsMissing() throws IOException {
    var ran = Ran.moviegen("doctor", "--no-film", "--json", "--cast", "nowhere");
    assertThat(ran.code()).isEqualTo(Errors.FAULT);
    assertThat(json(ran).path("missing")).hasSize(1);
    assertThat(json(ran).path("missing").path(0).asText()).contains("\"nowhere\" is neither");
  }

  @Test
  void statesSizesInTheirFittingUnit() {
    assertThat(Room.size(67_270_531)).isEqualTo("67 MB");
    assertThat(Room.size(1_500_000_000)).isEqualTo("1.5 GB");
    assertThat(Room.size(58_756_187_264L)).isEqualTo("59 GB");
  }

  private static JsonNode json(Ran ran) throws IOException {
    return new JsonMapper().readTree(ran.out());
  }
}
