package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PromptsFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = "T4", mode = EnumSource.Mode.EXCLUDE)
  void readsWhatItWrote(Tier tier) {
    Path file = folder.resolve("prompts.jsonl");
    var prompts = Prompts.of(tier, Split.DEV, 30, 1);
    PromptsFile.write(file, prompts);
    assertThat(PromptsFile.read(file)).isEqualTo(prompts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | a line is one JSON object",
        "[] | a line is one JSON object, got []",
        "{\"id\":\"a\",\"prompt\":\"b\"} | \"truth\" is an object of attributes, got nothing",
        "{\"id\":1,\"prompt\":\"b\",\"truth\":{}} | \"id\" is a text, got 1",
        "{\"id\":\"a b\",\"prompt\":\"b\",\"truth\":{}} | an id has 1 to 64 letters",
        "{\"id\":\"a\",\"prompt\":\" \",\"truth\":{}} | got an empty one",
        "{\"id\":\"a\",\"prompt\":\"b\",\"truth\":{},\"x\":1} | got \"x\"",
        "{\"id\":\"a\",\"prompt\":\"b\",\"truth\":{\"hue\":\"red\"}} | got \"hue\"",
        "{\"id\":\"a\",\"prompt\":\"b\",\"truth\":{\"color\":\"mauve\"}} | got \"mauve\"",
        "{\"id\":\"a\",\"prompt\":\"b\",\"truth\":{\"sign\":\"hello\"}} | got \"hello\"",
      })
  void aWrongLineIsNamed(String line, String message) throws IOException {
    Path file = folder.resolve("prompts.jsonl");
    Files.writeString(file, "{\"id\":\"ok\",\"prompt\":\"a ball\",\"truth\":{}}\n" + line + "\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptsFile.read(file))
        .withMessageStartingWith(file + ", line 2: ")
        .withMessageContaining(message);
  }

  @Test
  void anIdMayNotComeTwice() throws IOException {
    Path file = folder.resolve("prompts.jsonl");
    Files.writeString(file, "{\"id\":\"a\",\"prompt\":\"b\",\"truth\":{}}\n".repeat(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptsFile.read(file))
        .withMessageEndingWith("line 2: the id \"a\" is there twice");
  }

  @Test
  void anEmptyOrMissingFileIsRefused() throws IOException {
    Path file = folder.resolve("prompts.jsonl");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptsFile.read(file))
        .withMessage("there is no prompts file " + file);
    Files.writeString(file, "\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PromptsFile.read(file))
        .withMessage(file + " has no prompt in it");
  }

  @Test
  void aPromptWithoutAnIdIsCalledAfterItsLine() throws IOException {
    Path file = folder.resolve("prompts.jsonl");
    Files.writeString(file, "\n{\"prompt\":\"a red ball\",\"truth\":{\"color\":\"red\"}}\n");
    assertThat(PromptsFile.read(file)).map(Prompt::id).containsExactly("line-2");
  }
}
