package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import moviegen.generate.MiniatureCast;
import moviegen.media.AudioReader;
import moviegen.media.Mux;
import moviegen.media.Probe;
import moviegen.media.RealFiles;
import moviegen.media.Samples;
import moviegen.media.VideoReader;
import moviegen.provenance.Provenance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SoundCommandTest {
  @TempDir static Path cast;
  @TempDir Path folder;

  @BeforeAll
  static void writeCast() {
    MiniatureCast.writeWithSound(cast);
  }

  private static Ran run(String... args) {
    var line = new ArrayList<>(List.of("sound"));
    line.addAll(List.of(args));
    line.addAll(List.of("--steps", "1", "--candidates", "2", "--cast", cast.toString()));
    return Ran.moviegen(line.toArray(String[]::new));
  }

  /** Files that are given sound; each is written into a folder. */
  interface Film {
    Path in(Path folder);
  }

  static Stream<Film> films() {
    return Stream.of(
        folder ->
            RealFiles.film(
                folder.resolve("ntsc.mp4"), RealFiles.square(30, 64, 96, 24000 / 1001.0)),
        folder -> RealFiles.uneven(folder.resolve("uneven.mp4"), RealFiles.square(24, 64, 64, 16)),
        folder -> RealFiles.film(folder.resolve("vertical.mp4"), RealFiles.square(20, 176, 96, 30)),
        folder -> RealFiles.film(folder.resolve("one.mp4"), RealFiles.square(1, 64, 64, 25)),
        folder ->
            RealFiles.surround(folder.resolve("surround.mkv"), RealFiles.square(32, 64, 64, 16)));
  }

  @ParameterizedTest
  @MethodSource("films")
  void realFilmsGetSoundAsLongAsTheirPictures(Film film) throws IOException {
    var file = film.in(folder);
    var bytes = Files.readAllBytes(file);
    var out = folder.resolve("out.mp4");
    var ran = run(file.toString(), "--mix", "--out", out.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(AudioReader.read(out).length()).isEqualTo(Mux.samples(file, Samples.RATE));
    assertThat(VideoReader.read(out).pixels()).isEqualTo(VideoReader.read(file).pixels());
    assertThat(file).hasBinaryContent(bytes);
    assertThat(Provenance.of(out).orElseThrow().text("kind")).isEqualTo("sound");
  }

  static Stream<Film> wrong() {
    return Stream.of(
        folder -> RealFiles.soundAlone(folder.resolve("heard.mp4")),
        folder -> RealFiles.truncated(folder.resolve("cut.mp4"), RealFiles.square(48, 96, 96, 16)));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void filesWithoutAWholeFilmGetOneSentence(Film film) throws IOException {
    var file = film.in(folder);
    var bytes = Files.readAllBytes(file);
    var ran = run(file.toString(), "--out", folder.resolve("out.mp4").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains(file.getFileName().toString());
    assertThat(file).hasBinaryContent(bytes);
    assertThat(folder.resolve("out.mp4")).doesNotExist();
  }

  @Test
  void aFilmKeepsItsOwnSoundUnderTheNewOne() {
    var file = RealFiles.withTone(folder.resolve("tone.mp4"), RealFiles.square(16, 64, 64, 16));
    var out = folder.resolve("mixed.mp4");
    assertThat(run(file.toString(), "--mix", "--out", out.toString()).code()).isZero();
    assertThat(tone(AudioReader.read(out))).isGreaterThan(0.1);
    run(file.toString(), "--out", out.toString(), "--force");
    assertThat(tone(AudioReader.read(out))).isLessThan(0.05);
  }

  /** How much of 1 kHz is in it. */
  private static double tone(Samples sound) {
    double cos = 0;
    double sin = 0;
    for (int i = 0; i < sound.length(); i++) {
      double angle = 2 * Math.PI * 1000 * i / sound.rate();
      cos += sound.values()[i] * Math.cos(angle);
      sin += sound.values()[i] * Math.sin(angle);
    }
    return 2 * Math.hypot(cos, sin) / sound.length();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void makesSoundAloneInEveryKindOfFile(String name) throws IOException {
    var out = folder.resolve(name);
    var ran = run("--prompt", "rain", "--seconds", "1.7", "--out", out.toString(), "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(new JsonMapper().readTree(ran.out()).path("samples").asInt()).isEqualTo(81_600);
    assertThat(AudioReader.read(out).length()).isEqualTo(81_600);
  }

  static Stream<String> endings() {
    return Stream.of("rain.wav", "rain.flac", "rain.m4a");
  }

  @Test
  void keepsTheRecipeOfAFilmBesideThatOfItsSound() {
    var film = folder.resolve("ball.mp4");
    Ran.moviegen(
        "generate",
        "a red ball",
        "--size",
        "64x64",
        "--seconds",
        "1",
        "--steps",
        "1",
        "--silent",
        "--cast",
        cast.toString(),
        "--out",
        film.toString());
    assertThat(Probe.of(film).hasAudio()).isFalse();
    assertThat(run(film.toString(), "--prompt", "a bell").code()).isZero();
    var recipe = Provenance.of(folder.resolve("ball-sound.mp4")).orElseThrow();
    assertThat(recipe.text("prompt")).isEqualTo("a red ball");
    assertThat(recipe.json()).contains("\"sound\":{\"kind\":\"sound\",\"prompt\":\"a bell\"");
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void getsOneSentence(String sentence, List<String> args) {
    assertThat(run(args.toArray(String[]::new)).err()).isEqualToIgnoringNewLines(sentence);
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        wrong("Without a film, --prompt says what is to be heard and --seconds how long."),
        wrong("Sound lasts 0.1 to 3600 seconds, got 0.", "--prompt", "x", "--seconds", "0"),
        wrong(
            "Sounds and music without voices are made, no speech and no song; the prompt asks for"
                + " \"sings\".",
            "--prompt",
            "somebody sings",
            "--seconds",
            "2"),
        wrong(
            "Guidance is a number from 0 to 30 where 1 means none, got 99.",
            "--prompt",
            "x",
            "--guidance",
            "99"),
        wrong("There is no file nowhere.mp4.", "nowhere.mp4"),
        wrong("--mix needs a film whose sound is kept.", "--prompt", "x", "--mix"));
  }

  private static Arguments wrong(String sentence, String... args) {
    return Arguments.of(sentence, List.of(args));
  }
}
