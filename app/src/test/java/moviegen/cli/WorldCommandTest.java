package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moviegen.media.AudioReader;
import moviegen.media.Picture;
import moviegen.media.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldCommandTest {
  @TempDir Path folder;

  @Test
  void drawsAFilmThatInspectReads() throws IOException {
    var film = folder.resolve("scene.mp4").toString();
    var drawn =
        Ran.moviegen("world", "--seed", "7", "--size", "128x96", "--seconds", "1", "--out", film);
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
  void givesTheFilmItsSoundUnlessItIsToBeSilent() throws IOException {
    for (boolean silent : new boolean[] {false, true}) {
      var film = folder.resolve(silent + ".mp4").toString();
      var line =
          new ArrayList<>(
              List.of("world", "--seed", "5", "--size", "64x64", "--seconds", "1", "--out", film));
      if (silent) {
        line.add("--silent");
      }
      assertThat(Ran.moviegen(line.toArray(String[]::new)).code()).isZero();
      assertThat(Probe.of(Path.of(film)).hasAudio()).isEqualTo(!silent);
    }
    assertThat(AudioReader.read(folder.resolve("false.mp4")).length()).isEqualTo(48_000);
  }

  @Test
  void writesSoundAloneAndDrawsIt() {
    var sound = folder.resolve("scene.wav");
    var drawn = folder.resolve("scene.png");
    assertThat(Ran.moviegen("world", "--seconds", "1", "--out", sound.toString()).code()).isZero();
    assertThat(AudioReader.read(sound).length()).isEqualTo(48_000);
    var line = new String[] {"world", "--seconds", "1", "--spectrogram", "--out", drawn.toString()};
    assertThat(Ran.moviegen(line).code()).isZero();
    assertThat(Picture.read(drawn).width()).isEqualTo(720);
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
