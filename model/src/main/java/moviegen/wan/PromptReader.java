package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Tensor;
import moviegen.text.StreamedT5;
import moviegen.text.Tokenizer;

/**
 * Prompts to what the transformer attends to: cleaned, cut into pieces, encoded layer by layer, or
 * taken from where an earlier reading was kept.
 *
 * @param weights whose tokenizer and text encoder read
 * @param compute the type to compute in
 * @param cache of what was read before
 */
public record PromptReader(WanFolder weights, DType compute, Optional<PromptCache> cache) {
  /**
   * Reads all prompts in one pass over the text encoder's file.
   *
   * @return features (1 m c) of each prompt's own tokens
   */
  public List<Tensor> read(List<String> prompts) {
    var texts = prompts.stream().map(PromptCleaning::clean).toList();
    var features = new ArrayList<Optional<Tensor>>();
    texts.forEach(text -> features.add(cache.flatMap(kept -> kept.find(text))));
    var unread = texts.stream().filter(t -> features.get(texts.indexOf(t)).isEmpty()).distinct();
    var fresh = unread.toList();
    if (!fresh.isEmpty()) {
      var encoded = encode(fresh);
      for (int i = 0; i < texts.size(); i++) {
        int at = fresh.indexOf(texts.get(i));
        if (at >= 0) {
          features.set(i, Optional.of(encoded.get(at)));
        }
      }
      for (int i = 0; i < fresh.size(); i++) {
        var read = encoded.get(i);
        String text = fresh.get(i);
        cache.ifPresent(kept -> kept.keep(text, read));
      }
    }
    return features.stream().map(Optional::orElseThrow).toList();
  }

  private List<Tensor> encode(List<String> texts) {
    var part = weights.text().orElseThrow();
    var ids = ids(texts);
    try (var checkpoint = part.open();
        var _ = Native.noGrad()) {
      var source = checkpoint.source(part.keys());
      var encoded = new StreamedT5(source, weights.textConfig(), compute).encode(ids);
      source.requireAllUsed();
      return encoded;
    } finally {
      Native.trim();
    }
  }

  private List<int[]> ids(List<String> texts) {
    int longest = weights.transformerConfig().textLength();
    try (var tokenizer = Tokenizer.read(weights.tokenizer().orElseThrow())) {
      return texts.stream().map(text -> tokenizer.encode(text, longest)).toList();
    }
  }
}
