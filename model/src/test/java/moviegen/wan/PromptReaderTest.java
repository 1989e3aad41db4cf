package moviegen.wan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.text.T5Encoder;
import moviegen.text.TokenBatch;
import moviegen.text.Tokenizer;
import moviegen.wan.WanPart.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptReaderTest {
  @TempDir Path folder;

  private WanFolder written(Layout layout) {
    RandomWan.MINIATURE.write(folder, layout, _ -> {});
    return WanFolder.open(folder);
  }

  @Test
  void readsWhatTheWholeEncoderReads() {
    try (var _ = Scope.open()) {
      var weights = written(Layout.DIFFUSERS);
      var prompts = List.of("ab  cd &amp; e", "f");
      var features = new PromptReader(weights, DType.FLOAT32, Optional.empty()).read(prompts);

      for (int i = 0; i < prompts.size(); i++) {
        assertThat(features.get(i).sameAs(whole(weights, prompts.get(i)))).isTrue();
      }
    }
  }

  private static Tensor whole(WanFolder weights, String prompt) {
    try (var file = WanWeights.open(weights.text().orElseThrow(), DType.FLOAT32);
        var params = Params.frozen(file);
        var tokenizer = Tokenizer.read(weights.tokenizer().orElseThrow())) {
      var encoder = new T5Encoder(params, weights.textConfig());
      var batch = TokenBatch.of(List.of(tokenizer.encode(PromptCleaning.clean(prompt))));
      return encoder.encode(batch.ids(), batch.mask()).features();
    }
  }

  @Test
  void needsNoWeightsForWhatItHasRead() throws IOException {
    try (var _ = Scope.open()) {
      var weights = written(Layout.ORIGINAL);
      var cache = Optional.of(new PromptCache(folder.resolve("cache"), "model"));
      var reader = new PromptReader(weights, DType.BFLOAT16, cache);
      var before = reader.read(List.of("a dog", "", "a  dog"));
      for (Path file : weights.text().orElseThrow().files()) {
        Files.delete(file);
      }
      var again = reader.read(List.of("", "a dog"));

      assertThat(again.get(0).sameAs(before.get(1))).isTrue();
      assertThat(again.get(1).sameAs(before.get(0))).isTrue();
      assertThat(before.get(2).sameAs(before.get(0))).isTrue();
    }
  }
}
