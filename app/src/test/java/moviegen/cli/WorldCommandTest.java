package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldCommandTest {
  @TempDir Path folder;

  @Test
  void drawsAFilmThatInspectReads() throws IOException {
    var film = folder.resolve("scene.mp4").toString();
    var drawn =
        Ran.moviegen(
            "world", "--seed", "7", "--size", "128x96", "--seconds", "1", "--out", film);
    assertThat(drawn.code()).isZero();
    assertThat(drawn.out()).isEmpty();
    var facts = new JsonMapper().readTree(Ran.moviegen("inspect", "--json", film).out());
    assertThat(facts.path("frames").asInt()).isEqualTo(24);
    assertThat(facts.path("width").asInt()).isEqualTo(128);
    assertThat(facts.path("height").asInt()).isEqualTo(96);
    assertThat(facts.path("motion").asDouble()).isPositive();
    assertThat(facts.path("made_by_model").asBoolean()).isFalse();
  }

  @Test
  void drawsASheet() {
    var sheet = folder.resolve("sheet.png");
    var drawn =
        Ran.moviegen("world", "--sheet", "4", "--size", "128x128", "--out", sheet.toString());
    assertThat(drawn.code()).isZero();
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void printsPromptsWithTheirTruth() throws IOException {
    var lines = Ran.moviegen("world", "--prompts", "3").out().lines().toList();
    assertThat(lines).hasSize(3);
    for (var line : lines) {
      var prompt = new JsonMapper().readTree(line);
      assertThat(prompt.path("prompt").asText()).isNotBlank();
      assertThat(prompt.path("truth").path("subject").asText()).isNotBlank();
    }
  }
}
