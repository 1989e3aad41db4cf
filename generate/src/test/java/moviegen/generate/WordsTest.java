package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final String JSON =
      """
      {"words": {
         "beach": {"place": "beach"}, "sunset": {"time": "sunset"}, "cat": {"subject": "cat"},
         "ball": {"subject": "ball"}, "boat": {"subject": "boat"}, "red": {"color": "red"},
         "yellow": {"color": "yellow"}, "pink": {"color": "pink"}, "left": {"direction": "left"},
         "bounces": {"action": "bounces"}, "floats": {"action": "floats"},
         "floating": {"action": "floats"}, "sunglasses": {"accessory": "sunglasses"},
         "pan left": {"camera": "pan left"}, "field of snow": {"place": "snowfield"}},
       "unseen": {"crimson": {"color": "red"}},
       "near": {"pool": "beach", "donut": "ball"},
       "ignored": ["a", "at", "in", "of", "on", "the", "with"]}
      """;

  @TempDir Path folder;
  private Path file;
  private Words words;

  @BeforeEach
  void read() throws IOException {
    file = folder.resolve("words.json");
    Files.writeString(file, JSON);
    words = Words.read(file);
  }

  @Test
  void everyWordOfAKnownPromptIsUnderstood() {
    var understanding = words.of("A red ball bounces on the beach, at SUNSET!");
    assertThat(drawn(understanding)).containsExactly("red", "ball", "bounces", "beach", "sunset");
    assertThat(understanding.unknown()).isEmpty();
    understanding.requireAllKnown();
  }

  @Test
  void aSlothOnADonutIsNeverSilentNonsense() {
    var understanding = words.of("A sloth with pink sunglasses lays on a donut float in a pool");
    assertThat(drawn(understanding)).containsExactly("pink", "sunglasses");
    assertThat(understanding.unknown())
        .map(Understanding.Unknown::described)
        .containsExactly(
            "sloth (nearest: cat)",
            "lays",
            "donut (nearest: ball)",
            "float (nearest: floats)",
            "pool (nearest: beach)");
  }

  @Test
  void theLongestPhraseWins() {
    assertThat(words.of("pan left on a field of snow, left").understood())
        .containsExactly(
            new Understanding.Drawn("pan left", new Words.Meaning("camera", "pan left")),
            new Understanding.Drawn("field of snow", new Words.Meaning("place", "snowfield")),
            new Understanding.Drawn("left", new Words.Meaning("direction", "left")));
  }

  @ParameterizedTest
  @CsvSource({
    "crimson, red",
    "yelow, yellow",
    "yellwo, yellow",
    "cta, cat",
    "cats, cat",
    "bounced, bounces",
    "floated, floats",
    "pan, pan left",
    "ship, boat",
    "scarlet, red"
  })
  void anUnknownWordHasANeighbor(String word, String nearest) {
    assertThat(words.of(word).unknown())
        .map(unknown -> unknown.nearest().orElse(""))
        .containsExactly(nearest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwrtz", "4k", "justice"})
  void aWordMayHaveNoNeighbor(String word) {
    assertThat(words.of(word).unknown())
        .map(Understanding.Unknown::described)
        .containsExactly(word);
  }

  @Test
  void quotedLettersAreASign() {
    var understanding = words.of("a cat with \"hi\" and “much too long”");
    assertThat(drawn(understanding)).containsExactly("\"HI\"", "cat");
    assertThat(understanding.unknown())
        .map(Understanding.Unknown::word)
        .contains("\"much too long\"");
  }

  @Test
  void aStrictPromptIsRefusedInOneSentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> words.of("a sloth on a yelow ball").requireAllKnown())
        .withMessage(
            "the cast draws every word of a strict prompt, got sloth (nearest: cat),"
                + " yelow (nearest: yellow)");
  }

  @Test
  void listsItsWordsByAttributeAndValue() {
    assertThat(words.known().get("action"))
        .containsEntry("floats", List.of("floats", "floating"))
        .containsEntry("bounces", List.of("bounces"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"words\": {}}", "{\"words\": {\"ball\": {}}}"})
  void aBrokenFileIsNamed(String json) throws IOException {
    Files.writeString(file, json);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Words.read(file))
        .withMessage(file + " is not a file of words");
  }

  private static List<String> drawn(Understanding understanding) {
    return understanding.understood().stream().map(Understanding.Drawn::word).toList();
  }
}
