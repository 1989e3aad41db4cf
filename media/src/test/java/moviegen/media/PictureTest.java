package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsEveryPixel(long seed) {
    var picture = Films.noise(seed, 1, 17, 31);
    var file = folder.resolve("p.png");
    Picture.write(file, picture, Tags.NONE);
    assertThat(Difference.between(picture, Picture.read(file)).equal()).isTrue();
    assertThat(Picture.tags(file)).isEqualTo(Tags.NONE);
    assertThat(Picture.isPng(file)).isTrue();
    assertThat(folder.toFile().list()).containsExactly("p.png");
  }

  @Test
  void carriesTags() throws IOException {
    var file = folder.resolve("p.png");
    var tags = Tags.comment("{\"prompt\":\"a café\"}").withXmp("<x:xmpmeta/>");
    var picture = Films.noise(4, 1, 8, 8);
    Picture.write(file, picture, tags);
    assertThat(Picture.tags(file)).isEqualTo(tags);
    assertThat(Difference.between(picture, Picture.read(file)).equal()).isTrue();
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(8);
  }

  @Test
  void readsJpegAndPutsTransparencyOnWhite() throws IOException {
    var jpeg = folder.resolve("p.jpg").toFile();
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
    assertThat(Picture.read(jpeg.toPath()).width()).isEqualTo(20);
    var clear = folder.resolve("clear.png").toFile();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png", clear);
    assertThat(Picture.read(clear.toPath()).pixels().get(0)).isEqualTo((byte) 255);
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    var text = Files.writeString(folder.resolve("text.png"), "a text");
    assertThatThrownBy(() -> Picture.read(text)).hasMessageEndingWith("is neither PNG nor JPEG.");
    assertThatThrownBy(() -> Picture.read(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> Picture.read(folder.resolve("no.png")))
        .hasMessageContaining("There is no file");
  }

  @Test
  void refusesADamagedPicture() throws IOException {
    var file = folder.resolve("p.png");
    Picture.write(file, Films.noise(1, 1, 32, 32), Tags.NONE);
    var bytes = Files.readAllBytes(file);
    for (var length = 8; length < bytes.length - 20; length += 211) {
      var cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Picture.read(cut)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesAPictureOfAbsurdSizeBeforeItIsUnpacked() throws IOException {
    var file = folder.resolve("p.png");
    Picture.write(file, Films.noise(1, 1, 32, 32), Tags.NONE);
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    bytes.putInt(16, 100_000).putInt(20, 100_000);
    var crc = new CRC32();
    crc.update(bytes.array(), 12, 17);
    bytes.putInt(29, (int) crc.getValue());
    Files.write(file, bytes.array());
    assertThatThrownBy(() -> Picture.read(file)).hasMessageContaining("100000x100000");
  }

  @Test
  void takesExactlyOneFrame() {
    assertThatThrownBy(
            () -> Picture.write(folder.resolve("p.png"), Films.noise(1, 2, 8, 8), Tags.NONE))
        .hasMessage("A picture is one frame, got 2.");
  }

  @Test
  void laysFramesOfFilmsSideBySide() {
    var film = Films.counting(9, 16);
    var sheet = Sheet.rows(List.of(film, film), 3);
    assertThat(sheet.width()).isEqualTo(3 * 32 + 2 * 4);
    assertThat(sheet.height()).isEqualTo(2 * 32 + 4);
    var row = sheet.frame(0).slice((36 + 5) * sheet.width() * 3, sheet.width() * 3);
    assertThat(row.get(0) & 0xff).isZero();
    assertThat(row.get(33 * 3) & 0xff).isEqualTo(255);
    assertThat(row.get(36 * 3) & 0xff).isEqualTo(32);
    assertThat(row.get(72 * 3) & 0xff).isEqualTo(64);
    assertThat(Sheet.row(film, 1).width()).isEqualTo(32);
  }
}
