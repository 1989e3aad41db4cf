package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CastFolderTest {
  @TempDir Path folder;

  private CastFolder cast(String name, String tokenizer) {
    var cast = new CastFolder(folder.resolve(name));
    cast.put("tokenizer", "tokenizer.json", file -> write(file, tokenizer));
    return cast;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addText(CastFolder cast) {
    try (var _ = Scope.open()) {
      var needs = Map.of("tokenizer", cast.sha256("tokenizer"));
      cast.put(new Shipment("text", Map.of("weight", Ops.zeros(2)), "config", needs), Map.of());
    }
  }

  @Test
  void takesOverWhatItHasNot() {
    var other = cast("other", "{}");
    addText(other);
    var cast = cast("cast", "{}");
    cast.adopt(other);
    assertThat(cast.sha256("text")).isEqualTo(other.sha256("text"));
    assertThat(cast.metadata("text")).containsEntry("moviegen.part", "text");
  }

  @Test
  void leavesWhatWasTrainedWithOtherParts() {
    var other = cast("other", "{}");
    addText(other);
    var cast = cast("cast", "{ }");
    cast.adopt(other);
    assertThat(cast.has("text")).isFalse();
  }
}
