package moviegen.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTest {
  private static final String JSON =
      """
      {"version": "1.0",
       "added_tokens": [
         {"id": 0, "content": "[PAD]", "single_word": false, "lstrip": false, "rstrip": false,
          "normalized": false, "special": true},
         {"id": 2, "content": "[EOS]", "single_word": false, "lstrip": false, "rstrip": false,
          "normalized": false, "special": true}],
       "normalizer": {"type": "BertNormalizer", "clean_text": true,
         "handle_chinese_chars": true, "strip_accents": true, "lowercase": true},
       "pre_tokenizer": {"type": "BertPreTokenizer"},
       "post_processor": {"type": "TemplateProcessing",
         "single": [{"Sequence": {"id": "A", "type_id": 0}},
           {"SpecialToken": {"id": "[EOS]", "type_id": 0}}],
         "pair": [{"Sequence": {"id": "A", "type_id": 0}},
           {"SpecialToken": {"id": "[EOS]", "type_id": 0}}],
         "special_tokens": {"[EOS]": {"id": "[EOS]", "ids": [2], "tokens": ["[EOS]"]}}},
       "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true},
       "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
         "max_input_chars_per_word": 100,
         "vocab": {"[PAD]": 0, "[UNK]": 1, "[EOS]": 2, "a": 3, "red": 4, "ball": 5, "##s": 6}}}
      """;

  @TempDir Path folder;

  @Test
  void encodesWordsAndTheirEnd() throws IOException {
    try (var tokenizer = tokenizer()) {
      assertThat(tokenizer.encode("A red ball")).containsExactly(3, 4, 5, 2);
      assertThat(tokenizer.encode("")).containsExactly(2);
      assertThat(tokenizer.encode("red zebras")).containsExactly(4, 1, 2);
      assertThat(tokenizer.pieces("red balls")).containsExactly("red", "ball", "##s", "[EOS]");
    }
  }

  @Test
  void decodesWhatItEncoded() throws IOException {
    try (var tokenizer = tokenizer()) {
      assertThat(tokenizer.decode(tokenizer.encode("A red ball balls")))
          .isEqualTo("a red ball balls");
    }
  }

  @Test
  void aLongTextKeepsItsEnd() throws IOException {
    try (var tokenizer = tokenizer()) {
      assertThat(tokenizer.encode("red ".repeat(2000))).hasSize(2001);
      assertThat(tokenizer.encode("a red ball", 3)).containsExactly(3, 4, 2);
      assertThat(tokenizer.encode("a red ball", 4)).containsExactly(3, 4, 5, 2);
    }
  }

  @Test
  void aMissingOrBrokenFileIsNamed() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tokenizer.read(file))
        .withMessage("there is no tokenizer file " + file);
    Files.writeString(file, "{\"model\": 3}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tokenizer.read(file))
        .withMessage(file + " is not a tokenizer.json");
  }

  private Tokenizer tokenizer() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    Files.writeString(file, JSON);
    return Tokenizer.read(file);
  }
}
