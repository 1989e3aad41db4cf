package moviegen.generate;

import java.util.Arrays;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.text.T5Encoder;
import moviegen.text.Tokenizer;
import moviegen.wan.WanFolder;
import moviegen.wan.WanWeights;

/** Prompts as the transformer reads them. */
record WanTexts(WanFolder weights, DType compute) {
  /**
   * Features of a text's own tokens.
   *
   * @return (1 m c)
   */
  Tensor read(String text) {
    return Scope.tidy(
        () -> {
          long[] ids = ids(text);
          try (var file = WanWeights.open(weights.text().orElseThrow(), compute);
              var params = Params.frozen(file)) {
            var encoder = new T5Encoder(params, weights.textConfig(), compute);
            file.requireAllUsed();
            return encoder
                .encode(HostMemory.tensor(ids, 1, ids.length), Ops.ones(1, ids.length))
                .features();
          }
        });
  }

  private long[] ids(String text) {
    try (var tokenizer = Tokenizer.read(weights.tokenizer().orElseThrow())) {
      int[] ids = tokenizer.encode(text, weights.transformerConfig().textLength());
      return Arrays.stream(ids).asLongStream().toArray();
    }
  }
}
