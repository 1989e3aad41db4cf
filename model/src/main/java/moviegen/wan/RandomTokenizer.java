package moviegen.wan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A unigram tokenizer whose pieces are every printable letter and made-up words. */
final class RandomTokenizer {
  private static final String SPACE = "▁";
  private static final String END = "</s>";
  private static final List<String> SPECIAL = List.of("<pad>", END, "<unk>");
  private static final int LETTERS = 26;
  private static final double RARER = 1e-4;

  private RandomTokenizer() {}

  /** Writes a tokenizer.json of so many pieces. */
  static void write(Path file, int pieces) throws IOException {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        var json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("version", "1.0");
      json.writeFieldName("added_tokens");
      added(json);
      json.writeFieldName("pre_tokenizer");
      space(json);
      json.writeFieldName("post_processor");
      ending(json);
      json.writeFieldName("decoder");
      space(json);
      json.writeObjectFieldStart("model");
      json.writeStringField("type", "Unigram");
      json.writeNumberField("unk_id", SPECIAL.indexOf("<unk>"));
      json.writeArrayFieldStart("vocab");
      vocabulary(json, pieces);
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static void added(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (String piece : SPECIAL) {
      json.writeStartObject();
      json.writeNumberField("id", SPECIAL.indexOf(piece));
      json.writeStringField("content", piece);
      for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
        json.writeBooleanField(flag, false);
      }
      json.writeBooleanField("special", true);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void space(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Metaspace");
    json.writeStringField("replacement", SPACE);
    json.writeStringField("prepend_scheme", "always");
    json.writeBooleanField("split", true);
    json.writeEndObject();
  }

  private static void ending(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "TemplateProcessing");
    for (String kind : List.of("single", "pair")) {
      json.writeArrayFieldStart(kind);
      for (String sequence : kind.equals("pair") ? List.of("A", "B") : List.of("A")) {
        member(json, "Sequence", sequence);
        member(json, "SpecialToken", END);
      }
      json.writeEndArray();
    }
    json.writeObjectFieldStart("special_tokens");
    json.writeObjectFieldStart(END);
    json.writeStringField("id", END);
    json.writeFieldName("ids");
    json.writeArray(new int[] {SPECIAL.indexOf(END)}, 0, 1);
    json.writeFieldName("tokens");
    json.writeArray(new String[] {END}, 0, 1);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void member(JsonGenerator json, String kind, String id) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart(kind);
    json.writeStringField("id", id);
    json.writeNumberField("type_id", 0);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void vocabulary(JsonGenerator json, int pieces) throws IOException {
    int count = 0;
    for (String piece : SPECIAL) {
      piece(json, piece, count++);
    }
    piece(json, SPACE, count++);
    for (char letter = '!'; letter <= '~' && count < pieces; letter++) {
      piece(json, Character.toString(letter), count++);
    }
    for (int word = 0; count < pieces; word++) {
      piece(json, SPACE + word(word), count++);
    }
  }

  private static void piece(JsonGenerator json, String piece, int rank) throws IOException {
    json.writeStartArray();
    json.writeString(piece);
    json.writeNumber(rank < SPECIAL.size() ? 0 : -1 - rank * RARER);
    json.writeEndArray();
  }

  /** Two letters and more, all different. */
  private static String word(int number) {
    var word = new StringBuilder();
    for (int rest = number + LETTERS; rest > 0; rest /= LETTERS) {
      word.append((char) ('a' + rest % LETTERS));
    }
    return word.toString();
  }
}
