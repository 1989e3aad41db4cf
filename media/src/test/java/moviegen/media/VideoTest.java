package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTest {
  @TempDir Path folder;

  private Path written(Frames film) {
    var file = folder.resolve("film.mp4");
    VideoWriter.write(file, film, Encoding.FINE, Tags.NONE);
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0x00ffff, 0xff00ff, 0xffffff, 0x000000, 0x808080,
        0xf08030
      })
  void keepsAColor(int color) {
    var film = Films.solid(color);
    var read = VideoReader.read(written(film));
    assertThat(Difference.between(film, read).largest()).isLessThanOrEqualTo(6);
    assertThat(Fidelity.psnr(film, read)).isGreaterThan(38);
  }

  @Test
  void keepsGradients() {
    var film = Films.of(4, 64, 64, 16, (t, y, x) -> ((4 * x) << 16) | ((4 * y) << 8) | (16 * t));
    assertThat(Fidelity.psnr(film, VideoReader.read(written(film)))).isGreaterThan(38);
  }

  @ParameterizedTest
  @CsvSource({"128,128", "176,96", "96,176", "144,112", "112,144", "80,48", "64,80"})
  void keepsFilmsOfEverySize(int width, int height) {
    var film = Films.ball(8, height, width, 16);
    var read = VideoReader.read(written(film));
    assertThat(read.count()).isEqualTo(8);
    assertThat(Fidelity.psnr(film, read)).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 16, 24, 24000 / 1001.0, 29.97, 60})
  void keepsTheFrameRate(double fps) {
    var probe = Probe.of(written(Films.counting(5, fps)));
    assertThat(probe.fps()).isCloseTo(fps, within(1e-3));
    assertThat(probe.seconds()).isCloseTo(5 / fps, within(1e-3));
  }

  @Test
  void saysWhatAFileHolds() throws IOException {
    var file = folder.resolve("Füße, 日本.mp4");
    var comment = "{\"prompt\":\"a \\\"café\\\" 日本\"}";
    VideoWriter.write(
        file, Films.ball(32, 96, 176, 16), Encoding.FINE, Tags.comment(comment).withXmp("<x/>"));
    var probe = Probe.of(file);
    assertThat(probe)
        .extracting(
            Probe::container,
            Probe::width,
            Probe::height,
            Probe::fps,
            Probe::frames,
            Probe::seconds,
            Probe::videoCodec,
            Probe::hasAudio,
            Probe::bytes)
        .containsExactly("mp4", 176, 96, 16.0, 32L, 2.0, "h264", false, Files.size(file));
    assertThat(probe.comment()).contains(comment);
    assertThat(probe.tags().xmp()).contains("<x/>");
  }

  @Test
  void putsTheIndexFirstAndTheMarkLast() {
    var file = folder.resolve("film.mp4");
    VideoWriter.write(file, Films.ball(4, 64, 64, 16), Encoding.FINE, Tags.NONE.withXmp("<x/>"));
    assertThat(Mp4Boxes.of(file).stream().map(Mp4Boxes.Box::type).filter(t -> !t.equals("free")))
        .containsExactly("ftyp", "moov", "mdat", "uuid");
  }

  @Test
  void saysThatItsColorsAreBt709() throws IOException {
    var bytes = Files.readString(written(Films.solid(0xff)), StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains("colrnclx\0\1\0\1\0\1\0");
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 34, 64, 128, 256})
  void writesEvenPureNoise(int side) {
    var film = Films.noise(side, 3, side, side);
    assertThat(VideoReader.read(written(film)).count()).isEqualTo(3);
  }

  @Test
  void givesEqualBytesForEqualFrames() throws IOException {
    var film = Films.ball(8, 64, 64, 16);
    var first = Files.readAllBytes(written(film));
    assertThat(Files.readAllBytes(written(film))).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "16,16,'0,1,2,3,4,5,6,7'",
    "16,8,'0,2,4,6'",
    "24,16,'0,1,3,4,6,7'",
    "8,16,'0,0,1,1,2,2,3,3,4,4,5,5,6,6,7,7'"
  })
  void showsAtEveryInstantThePictureOfThatInstant(double from, double to, String shown) {
    var read = VideoReader.read(written(Films.counting(8, from)), 32, 32, to);
    var numbers =
        IntStream.range(0, read.count())
            .mapToObj(t -> String.valueOf(Math.round((read.frame(t).get(1500) & 0xff) / 8.0)));
    assertThat(numbers.toList()).isEqualTo(List.of(shown.split(",", -1)));
    assertThat(read.fps()).isEqualTo(to);
  }

  @Test
  void resizesWhileReading() {
    var read = VideoReader.read(written(Films.ball(8, 128, 128, 16)), 64, 48, 16);
    assertThat(read.width()).isEqualTo(64);
    assertThat(read.height()).isEqualTo(48);
    var direct = Bicubic.resize(Films.ball(8, 128, 128, 16), 64, 48);
    assertThat(Fidelity.psnr(direct, read)).isGreaterThan(28);
  }

  @Test
  void takesFramesOneByOne() {
    var film = Films.ball(6, 64, 64, 16);
    var file = folder.resolve("film.mp4");
    try (var writer = VideoWriter.open(file, 64, 64, 16, Encoding.FINE, Tags.NONE)) {
      for (var t = 0; t < film.count(); t++) {
        writer.write(film.frame(t));
      }
      assertThat(file).doesNotExist();
      writer.finish();
    }
    assertThat(VideoReader.read(file).count()).isEqualTo(6);
    assertThat(folder.toFile().list()).containsExactly("film.mp4");
  }

  @Test
  void leavesNothingWhenAbandoned() {
    var film = Films.ball(6, 64, 64, 16);
    assertThatThrownBy(
            () -> {
              try (var writer =
                  VideoWriter.open(
                      folder.resolve("film.mp4"), 64, 64, 16, Encoding.FINE, Tags.NONE)) {
                writer.write(film);
                throw new IllegalStateException("power cut");
              }
            })
        .hasMessage("power cut");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsAnOlderFilmUntilTheNewOneIsFinished() throws IOException {
    var file = written(Films.ball(6, 64, 64, 16));
    var before = Files.readAllBytes(file);
    try (var writer = VideoWriter.open(file, 64, 64, 16, Encoding.FINE, Tags.NONE)) {
      writer.write(Films.ball(1, 64, 64, 16));
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"127,128", "128,8", "128,5000", "0,0"})
  void refusesSizesThatH264CannotHold(int width, int height) {
    assertThatThrownBy(
            () ->
                VideoWriter.open(
                    folder.resolve("f.mp4"), width, height, 16, Encoding.FINE, Tags.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(width + "x" + height);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    var file = folder.resolve("nowhere").resolve("film.mp4");
    assertThatThrownBy(() -> VideoWriter.write(file, Films.solid(0), Encoding.FINE, Tags.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no folder");
  }

  @Test
  void refusesFramesOfAnotherSize() {
    try (var writer =
        VideoWriter.open(folder.resolve("f.mp4"), 32, 32, 16, Encoding.FINE, Tags.NONE)) {
      assertThatThrownBy(() -> writer.write(Films.solid(0)))
          .hasMessage("This film's frames are 32x32, got 64x64.");
    }
  }
}
