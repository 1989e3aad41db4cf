package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
  @TempDir Path folder;

  static Stream<Arguments> sentences() {
    return Stream.of(
        wrong("The prompt is empty; say in a few words what the film is to show.", ""),
        wrong("The prompt is empty; say in a few words what the film is to show.", "  \t"),
        wrong("The prompt may have at most 2,000 characters, got 2,001.", "x".repeat(2_001)),
        wrong("A film lasts 1 to 16 seconds, got 0.", "x", "--seconds", "0"),
        wrong("A film lasts 1 to 16 seconds, got 16.5.", "x", "--seconds", "16.5"),
        wrong("A film lasts 1 to 16 seconds, got NaN.", "x", "--seconds", "NaN"),
        wrong(
            "A film has at most 256 frames, 16 seconds at 24 frames a second are 384: ask for 16"
                + " seconds at 16 frames a second or 10.6 at 24.",
            "x",
            "--seconds",
            "16",
            "--fps",
            "24"),
        wrong("A film has 16 or 24 frames a second, got 25.", "x", "--fps", "25"),
        wrong(
            "A size is WIDTHxHEIGHT with sides that are multiples of 16 from 64 to 1280, such as"
                + " 128x128, 176x96, 96x176, 144x112, 112x144; got 13x7.",
            "x",
            "--size",
            "13x7"),
        wrong(
            "A size is WIDTHxHEIGHT such as 128x128, 176x96, 96x176, 144x112, 112x144; got \"big\".",
            "x",
            "--size",
            "big"),
        wrong(
            "An aspect is one of 1:1, 16:9, 9:16, 4:3, 3:4; got \"2:1\".", "x", "--aspect", "2:1"),
        wrong(
            "--aspect and --size both say how large a frame is; give one of them.",
            "x",
            "--aspect",
            "1:1",
            "--size",
            "128x128"),
        wrong("Steps are 1 to 1,000, got -1.", "x", "--steps", "-1"),
        wrong("--steps takes a whole number, got \"many\".", "x", "--steps", "many"),
        wrong(
            "Guidance is a number from 0 to 30 where 1 means none, got -2.",
            "x",
            "--guidance",
            "-2"),
        wrong("--count is 1 to 10,000, got 0.", "x", "--count", "0"),
        wrong(
            "This build computes on the device \"cpu\", got \"cuda\".", "x", "--device", "cuda"),
        wrong(
            "A cast is \"tiny\" or a folder with a cast.json; \"nowhere\" is neither.",
            "x",
            "--cast",
            "nowhere"),
        wrong("--seed needs a value.", "x", "--seed"),
        wrong("generate needs a PROMPT; ./moviegen generate --help shows an example."),
        wrong(
            "\"--sed\" is no option of moviegen generate; did you mean --seed?", "x", "--sed", "1"));
  }

  private static Arguments wrong(String sentence, String... args) {
    return Arguments.of(sentence, List.of(args));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sentences")
  void getsOneSentence(String sentence, List<String> args) {
    var line = Stream.concat(Stream.of("generate"), args.stream()).toArray(String[]::new);
    assertThat(Ran.moviegen(line)).isEqualTo(new Ran(2, "", sentence + System.lineSeparator()));
  }

  @ParameterizedTest
  @MethodSource("mistyped")
  void getsTheNearestCommand(String typed, String meant) {
    assertThat(Ran.moviegen(typed).err())
        .startsWith(
            "\"%s\" is no command of moviegen; did you mean %s?".formatted(typed, meant));
  }

  static Stream<Arguments> mistyped() {
    return Stream.of(
        Arguments.of("generat", "generate"),
        Arguments.of("gnerate", "generate"),
        Arguments.of("imgae", "image"),
        Arguments.of("inspekt", "inspect"),
        Arguments.of("wrold", "world"),
        Arguments.of("trian", "train"));
  }

  @Test
  void getsTheListWhereNothingIsNear() {
    assertThat(Ran.moviegen("frobnicate").err())
        .startsWith("\"frobnicate\" is no command of moviegen; ./moviegen shows what there is.");
  }

  @Test
  void getsTheNearestKindOfACommand() {
    assertThat(Ran.moviegen("evaluate", "autoencodr").err())
        .startsWith(
            "\"autoencodr\" is no command of moviegen evaluate; did you mean autoencoder?");
  }

  @Test
  void doesNotOverwriteAFile() throws IOException {
    var file = Files.writeString(folder.resolve("scene.mp4"), "mine");
    var ran = Ran.moviegen("world", "--out", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualToIgnoringNewLines(
            "\"%s\" exists already; --force overwrites it.".formatted(file));
    assertThat(file).hasContent("mine");
  }

  @Test
  void namesTheFolderThatIsNotThere() {
    var file = folder.resolve("none").resolve("scene.mp4");
    var ran = Ran.moviegen("world", "--out", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualToIgnoringNewLines(
            "\"%s\" cannot be written: there is no folder \"%s\"."
                .formatted(file, file.getParent()));
  }

  @Test
  void namesTheFileThatIsNoFilm() throws IOException {
    var file = Files.writeString(folder.resolve("film.mp4"), "no film at all");
    var ran = Ran.moviegen("inspect", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains(file.toString());
  }
}
