package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardFilesTest {
  @TempDir Path folder;

  private static void write(int shard, Path file) {
    try {
      Files.writeString(file, "shard " + shard);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void makesWhatIsMissingAndNothingElse() throws IOException {
    var home = folder.resolve("stage");
    Files.createDirectories(home);
    Files.writeString(home.resolve("0002.safetensors"), "was there");
    var counts = new ConcurrentLinkedQueue<Integer>();

    var files = ShardFiles.of(home, 5, ShardFilesTest::write, counts::add);

    assertThat(files).hasSize(5);
    assertThat(files.get(2)).hasContent("was there");
    assertThat(files.get(4)).hasContent("shard 4");
    assertThat(counts).containsExactlyInAnyOrderElementsOf(List.of(1, 2, 3, 4, 5));
  }

  @Test
  void whatWasMadeBeforeAFailureStays() {
    ShardFiles.Maker untilThree =
        (shard, file) -> {
          if (shard == 3) {
            throw new IllegalStateException("the disk is full");
          }
          write(shard, file);
        };
    assertThatThrownBy(() -> ShardFiles.of(folder, 4, untilThree, _ -> {}))
        .hasMessage("the disk is full");
    assertThat(folder.resolve("0000.safetensors")).exists();
    assertThat(folder.resolve("0003.safetensors")).doesNotExist();
  }
}
