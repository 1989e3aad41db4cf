package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moviegen.generate.MiniatureCast;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir static Path cast;
  @TempDir Path folder;

  @BeforeAll
  static void writeCast() {
    MiniatureCast.write(cast);
  }

  private static Ran run(String command, Path out, String... more) {
    var args =
        new ArrayList<>(
            List.of(command, "a red ball", "--size", "64x64", "--steps", "2", "--json"));
    args.addAll(List.of("--cast", cast.toString(), "--out", out.toString()));
    args.addAll(List.of(more));
    return Ran.moviegen(args.toArray(String[]::new));
  }

  private static JsonNode json(Ran ran) throws IOException {
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).hasSize(1);
    return new JsonMapper().readTree(ran.out());
  }

  @Test
  void printsOneObjectWithAllThatTheFilmIs() throws IOException {
    var file = folder.resolve("ball.mp4");
    var film = json(run("generate", file, "--seed", "5")).path("films").path(0);
    assertThat(film.properties())
        .extracting(entry -> entry.getKey())
        .containsExactly(
            "file",
            "prompt",
            "seed",
            "width",
            "height",
            "fps",
            "frames",
            "steps",
            "guidance",
            "sound",
            "cast",
            "understood",
            "unknown",
            "seconds",
            "peak_memory_bytes");
    assertThat(film.path("seconds").properties())
        .extracting(entry -> entry.getKey())
        .containsExactly("load", "text", "sample", "decode", "sound", "write", "total");
    assertThat(film.path("file").asText()).isEqualTo(file.toString());
    assertThat(film.path("seed").asInt()).isEqualTo(5);
    assertThat(film.path("frames").asInt()).isEqualTo(32);
  }

  @Test
  void namesSeveralFilmsAfterTheirSeeds() throws IOException {
    var films =
        json(run("generate", folder.resolve("b.mp4"), "--count", "2", "--seconds", "1"))
            .path("films");
    assertThat(films).hasSize(2);
    assertThat(folder.resolve("b-1.mp4")).isNotEmptyFile();
    assertThat(folder.resolve("b-2.mp4")).isNotEmptyFile();
  }

  @Test
  void makesAPictureThatInspectKnows() throws IOException {
    var file = folder.resolve("ball.png");
    json(run("image", file));
    var facts = json(Ran.moviegen("inspect", "--json", file.toString()));
    assertThat(facts.path("made_by_model").asBoolean()).isTrue();
    assertThat(facts.path("recipe").path("prompt").asText()).isEqualTo("a red ball");
  }

  @Test
  void makesTheSameFilmAgain() throws IOException {
    var file = folder.resolve("ball.mp4");
    json(run("generate", file, "--seconds", "1"));
    var again =
        json(Ran.moviegen("again", file.toString(), "--cast", cast.toString(), "--json"));
    assertThat(again.path("identical").asBoolean()).isTrue();
    assertThat(again.path("same_weights").asBoolean()).isTrue();
  }

  @Test
  void saysWhatCannotBeMadeAgain() {
    var scene = folder.resolve("scene.mp4").toString();
    Ran.moviegen("world", "--size", "64x64", "--seconds", "0.5", "--out", scene);
    assertThat(Ran.moviegen("again", scene).err())
        .startsWith(scene + " carries no recipe, so it cannot be made again.");
  }
}
