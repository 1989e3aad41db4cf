package moviegen.wan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptCacheTest {
  @TempDir Path folder;

  @Test
  void givesBackWhatWasKept() {
    try (var _ = Scope.open()) {
      var cache = new PromptCache(folder.resolve("prompts"), "model");
      var features = Ops.randn(1, 5, 8).to(DType.BFLOAT16);

      assertThat(cache.find("a dog")).isEmpty();
      cache.keep("a dog", features);
      assertThat(cache.find("a dog").orElseThrow().sameAs(features)).isTrue();
    }
  }

  @Test
  void tellsModelsAndTextsApart() {
    try (var _ = Scope.open()) {
      new PromptCache(folder, "model").keep("a dog", Ops.randn(1, 2, 4));

      assertThat(new PromptCache(folder, "another").find("a dog")).isEmpty();
      assertThat(new PromptCache(folder, "model").find("a cat")).isEmpty();
    }
  }

  @Test
  void takesABrokenFileForNone() throws Exception {
    try (var _ = Scope.open();
        var files = Files.newDirectoryStream(folder)) {
      var cache = new PromptCache(folder, "model");
      cache.keep("a dog", Ops.randn(1, 2, 4));
      for (Path file : files) {
        Files.write(file, new byte[] {1, 2, 3});
      }

      assertThat(cache.find("a dog")).isEmpty();
    }
  }

  @Test
  void hasRoomForAsManyAsItSays() throws Exception {
    try (var _ = Scope.open()) {
      var cache = new PromptCache(folder, "model", 3);
      for (int i = 0; i < 5; i++) {
        cache.keep("text " + i, Ops.ones(1, 1, 2));
      }
      try (var files = Files.list(folder)) {
        assertThat(files.count()).isEqualTo(3);
      }
      assertThat(cache.find("text 4")).isPresent();
    }
  }
}
