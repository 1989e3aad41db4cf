package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import moviegen.generate.OutputFile;
import moviegen.wan.RandomWan;
import moviegen.wan.WanPart.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film by public weights whose process is killed while it samples. */
class KilledFilmTest {
  private static final int STEPS = 60;

  @TempDir Path folder;

  @Test
  void goesOnFromWhereItsSamplerStood() throws IOException, InterruptedException {
    var cast = folder.resolve("cast");
    RandomWan.MINIATURE.write(cast, Layout.ORIGINAL, _ -> {});
    var film = folder.resolve("film.mp4");
    var latents = new OutputFile(film, false).latents();
    var process = start(cast, film);
    for (int i = 0; i < 12_000 && process.isAlive() && !Files.exists(latents); i++) {
      Thread.sleep(5);
    }
    assertThat(process.isAlive()).as("still sampling").isTrue();
    int code = process.destroyForcibly().waitFor();
    assertThat(code).isEqualTo(128 + 9);
    assertThat(film).doesNotExist();
    assertThat(latents).exists();
    Files.writeString(folder.resolve("." + latents.getFileName() + "1.part"), "half of it");

    var went = Ran.moviegen("again", film.toString(), "--json");
    assertThat(went.code()).as(went.err()).isZero();
    assertThat(went.err()).startsWith("Going on with " + film);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("film.mp4")
          .noneMatch(name -> name.contains(".latents"));
    }
    var compared = Ran.moviegen("again", film.toString(), "--cast", cast.toString(), "--json");
    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(new JsonMapper().readTree(compared.out()).path("identical").asBoolean()).isTrue();
  }

  private Process start(Path cast, Path film) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
            "-Dorg.bytedeco.javacpp.maxBytes=0",
            "-cp",
            System.getProperty("java.class.path"),
            "moviegen.cli.Main",
            "generate",
            "a red ball",
            "--cast=" + cast,
            "--out=" + film,
            "--size=192x192",
            "--seconds=1",
            "--steps=" + STEPS);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return builder.redirectOutput(folder.resolve("said.txt").toFile()).start();
  }
}
