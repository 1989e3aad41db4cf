package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptListTest {
  @TempDir Path folder;

  @Test
  void isOnePromptALine() throws IOException {
    var file = Files.writeString(folder.resolve("prompts.txt"), "a ball\n\n  a cube \n");
    assertThat(PromptList.read(file)).containsExactly("a ball", "a cube");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    var none = folder.resolve("none.txt");
    assertThatThrownBy(() -> PromptList.read(none)).hasMessageContaining("There is no file");
    var empty = Files.writeString(folder.resolve("empty.txt"), "\n \n");
    assertThatThrownBy(() -> PromptList.read(empty)).hasMessageContaining("has no prompt in it");
    var binary = Files.write(folder.resolve("binary.txt"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> PromptList.read(binary)).hasMessageContaining("not text in UTF-8");
  }
}
