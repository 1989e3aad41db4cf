package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gates of the text towers, at the end of a training that is far too short. */
class TowerGatesTest {
  @TempDir static Path runs;

  @ParameterizedTest
  @CsvSource({"text, 3", "clip, 1", "bytes, 5"})
  void aTowerIsTrainedAndMeasuredByCommands(String tower, String count) throws IOException {
    var trained = Ran.moviegen("train", tower, "--miniature", "--runs", runs.toString());
    assertThat(trained.code()).as(trained.err()).isZero();
    var cast = runs.resolve("miniature").resolve("cast").toString();
    var measured = Ran.moviegen("evaluate", tower, "--cast", cast, "--count", count, "--json");
    assertThat(measured.code()).as(measured.err()).isZero();
    var report = new JsonMapper().readTree(measured.out());
    assertThat(report.path("kind").asText()).isEqualTo(tower);
    assertThat(report.path("mean").asDouble()).isBetween(0.0, 0.5);
  }

  @Test
  void saysWhichPartMeasuringNeeds(@TempDir Path silent) throws IOException {
    var tiny = Path.of("../weights/tiny");
    var mapper = new JsonMapper();
    var index = (ObjectNode) mapper.readTree(tiny.resolve("cast.json").toFile());
    ((ObjectNode) index.path("parts")).remove("bytes-writer");
    mapper.writeValue(silent.resolve("cast.json").toFile(), index);
    for (var part : index.path("parts")) {
      var file = part.path("file").asText();
      Files.createSymbolicLink(silent.resolve(file), tiny.resolve(file).toAbsolutePath());
    }
    var ran = Ran.moviegen("evaluate", "bytes", "--cast", silent.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("\"bytes-writer\"");
  }
}
