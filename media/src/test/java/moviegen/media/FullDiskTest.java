package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Linux has a device on which there never is room. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  /** Lets the next writer of a file write to the full device. */
  private Path onFullDisk(String name) throws IOException {
    var target = folder.resolve(name);
    var said = PartFile.beside(target).path().getFileName().toString();
    int dash = said.lastIndexOf('-');
    long serial = Long.parseLong(said.substring(dash + 1, said.lastIndexOf('.')));
    var next = "%s-%d.part".formatted(said.substring(0, dash), serial + 1);
    Files.createSymbolicLink(folder.resolve(next), FULL);
    return target;
  }

  @Test
  void leavesNoFilm() throws IOException {
    var file = onFullDisk("film.mp4");
    var film = Films.noise(1, 16, 64, 64);
    assertThatThrownBy(() -> VideoWriter.write(file, film, Encoding.FINE, Tags.NONE))
        .hasMessageContaining("no space left on device");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesNoPicture() throws IOException {
    var file = onFullDisk("picture.png");
    assertThatThrownBy(() -> Picture.write(file, Films.solid(0xff0000).only(0), Tags.NONE))
        .hasRootCauseMessage("No space left on device");
    assertThat(folder).isEmptyDirectory();
  }
}
