package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconTest {
  @TempDir Path folder;

  @Test
  void everyCaptionFitsIntoSixtyFourKnownPieces() throws IOException {
    try (var tokenizer = tokenizer()) {
      captions()
          .forEach(
              text ->
                  assertThat(tokenizer.encode(text).getTokens())
                      .as(text)
                      .hasSizeLessThanOrEqualTo(64)
                      .doesNotContain("[UNK]")
                      .endsWith("[EOS]"));
    }
  }

  @Test
  void everyWordOfACaptionIsOnePiece() throws IOException {
    try (var tokenizer = tokenizer()) {
      captions()
          .map(text -> text.replaceAll("\"[A-Z]*\"", ""))
          .forEach(
              text ->
                  assertThat(tokenizer.encode(text).getTokens())
                      .as(text)
                      .noneMatch(piece -> piece.startsWith("##")));
    }
  }

  @Test
  void anyPrintableTextIsSpelledAndReadBack() throws IOException {
    try (var tokenizer = tokenizer()) {
      long[] ids = tokenizer.encode("A sloth in PJ's & a \"Donut\" (42%)~").getIds();
      assertThat(ids).doesNotContain(1);
      assertThat(tokenizer.decode(ids, true).replace(" ", ""))
          .isEqualTo("aslothinpj's&a\"donut\"(42%)~");
    }
  }

  @Test
  void thePiecesBeginWithTheSpecialOnes() throws IOException {
    try (var tokenizer = tokenizer()) {
      assertThat(tokenizer.encode("[PAD] [BOS] [EOS] [R] [S] [X] <extra_0> <extra_31>").getIds())
          .containsExactly(0, 2, 3, 4, 5, 6, 7, 38, 3);
      assertThat(tokenizer.encode("").getIds()).containsExactly(3);
    }
  }

  @Test
  void wordsAreThoseThatCaptionsCanSay() {
    for (String attribute : Vocabulary.get().attributes()) {
      for (String value : Vocabulary.get().values(attribute)) {
        var ways = Phrases.get().of(attribute, value);
        var said = ways.forms().values().stream().flatMap(List::stream).toList();
        assertThat(ways.words())
            .as(value)
            .allMatch(
                word ->
                    word.equals(value)
                        || said.stream().anyMatch(s -> s.toLowerCase(Locale.ROOT).contains(word)));
      }
    }
  }

  @Test
  void unseenWordsAreNoPieces() {
    var known = Lexicon.words();
    for (Unseen unseen : Unseen.all()) {
      var words = List.of(Lexicon.kernel(unseen.text()).split(" ", -1));
      assertThat(words).as(unseen.text()).anyMatch(word -> !known.contains(word));
    }
  }

  @Test
  void theWordsFileSaysWhatEachWordDraws() throws IOException {
    Path file = folder.resolve("words.json");
    Lexicon.writeWords(file);
    var json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.at("/words/seaside/place").asText()).isEqualTo("beach");
    assertThat(json.at("/words/zooms in/camera").asText()).isEqualTo("zoom in");
    assertThat(json.at("/unseen/kitten/subject").asText()).isEqualTo("cat");
    assertThat(json.at("/unseen/crimson/color").asText()).isEqualTo("red");
    assertThat(json.get("ignored")).anyMatch(word -> word.asText().equals("the"));
  }

  private HuggingFaceTokenizer tokenizer() throws IOException {
    System.setProperty("OPT_OUT_TRACKING", "true");
    Path file = folder.resolve("tokenizer.json");
    Lexicon.writeTokenizer(file);
    return HuggingFaceTokenizer.newInstance(file);
  }

  private static Stream<String> captions() {
    return LongStream.range(0, 1000)
        .mapToObj(
            seed -> {
              Scene scene = Scene.random(seed);
              return Stream.of(
                  Caption.full(scene, seed, 16),
                  Caption.prefixed(Caption.brief(scene, seed), 24),
                  Caption.attributes(scene));
            })
        .flatMap(texts -> texts);
  }
}
