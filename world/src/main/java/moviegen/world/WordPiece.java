package moviegen.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A vocabulary of whole words and, for all others, of single characters, in the JSON format of the
 * tokenizers library. Text is put into lower case and split at spaces and marks.
 *
 * <p>The first pieces are special: padding, unknown, begin and end; the three tasks of a mixture of
 * denoisers (regular, sequential, extreme); and the sentinels that stand for hidden spans.
 */
final class WordPiece {
  static final int SENTINELS = 32;
  private static final List<String> SPECIAL =
      List.of("[PAD]", "[UNK]", "[BOS]", "[EOS]", "[R]", "[S]", "[X]");

  private WordPiece() {}

  /** The content of a tokenizer.json. */
  static Map<String, Object> tokenizer(SortedSet<String> words) {
    var vocabulary = new LinkedHashMap<String, Integer>();
    var added = new ArrayList<Map<String, Object>>();
    for (String piece : special()) {
      added.add(special(vocabulary.size(), piece));
      vocabulary.put(piece, vocabulary.size());
    }
    for (char c = '!'; c <= '~'; c++) {
      if (c < 'A' || c > 'Z') {
        vocabulary.putIfAbsent(String.valueOf(c), vocabulary.size());
        vocabulary.putIfAbsent("##" + c, vocabulary.size());
      }
    }
    words.forEach(word -> vocabulary.putIfAbsent(word, vocabulary.size()));
    var json = new LinkedHashMap<String, Object>();
    json.put("version", "1.0");
    json.put("added_tokens", added);
    json.put("normalizer", normalizer());
    json.put("pre_tokenizer", Map.of("type", "BertPreTokenizer"));
    json.put("post_processor", endsWith("[EOS]", special().indexOf("[EOS]")));
    json.put("decoder", ordered("type", "WordPiece", "prefix", "##", "cleanup", true));
    json.put("model", model(vocabulary));
    return json;
  }

  private static List<String> special() {
    var special = new ArrayList<>(SPECIAL);
    for (int i = 0; i < SENTINELS; i++) {
      special.add("<extra_" + i + ">");
    }
    return special;
  }

  private static Map<String, Object> special(int id, String content) {
    return ordered(
        "id", id,
        "content", content,
        "single_word", false,
        "lstrip", false,
        "rstrip", false,
        "normalized", false,
        "special", true);
  }

  private static Map<String, Object> normalizer() {
    return ordered(
        "type", "BertNormalizer",
        "clean_text", true,
        "handle_chinese_chars", true,
        "strip_accents", true,
        "lowercase", true);
  }

  private static Map<String, Object> endsWith(String piece, int id) {
    var end = Map.of("SpecialToken", ordered("id", piece, "type_id", 0));
    var first = Map.of("Sequence", ordered("id", "A", "type_id", 0));
    var second = Map.of("Sequence", ordered("id", "B", "type_id", 0));
    return ordered(
        "type", "TemplateProcessing",
        "single", List.of(first, end),
        "pair", List.of(first, end, second, end),
        "special_tokens",
            Map.of(piece, ordered("id", piece, "ids", List.of(id), "tokens", List.of(piece))));
  }

  private static Map<String, Object> model(Map<String, Integer> vocabulary) {
    return ordered(
        "type", "WordPiece",
        "unk_token", "[UNK]",
        "continuing_subword_prefix", "##",
        "max_input_chars_per_word", 100,
        "vocab", vocabulary);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
