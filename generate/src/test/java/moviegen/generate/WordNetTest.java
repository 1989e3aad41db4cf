package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.sf.extjwnl.data.POS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordNetTest {
  private static final WordNet WORD_NET = WordNet.load();
  private static final Map<String, List<POS>> KNOWN =
      Map.of(
          "cat", List.of(POS.NOUN),
          "car", List.of(POS.NOUN),
          "boat", List.of(POS.NOUN),
          "walks", List.of(POS.VERB),
          "red", List.of(POS.ADJECTIVE, POS.NOUN));

  @ParameterizedTest
  @CsvSource({
    "cat, cat",
    "sloth, cat",
    "truck, car",
    "vessel, boat",
    "strides, walks",
    "crimson, red"
  })
  void aWordIsNearestToItsKind(String word, String nearest) {
    assertThat(WORD_NET.nearest(word, KNOWN, false)).contains(nearest);
  }

  @Test
  void onlyASynonymIsTheSame() {
    assertThat(WORD_NET.nearest("crimson", KNOWN, true)).contains("red");
    assertThat(WORD_NET.nearest("sloth", KNOWN, true)).isEmpty();
  }

  @Test
  void anIdeaIsNearNothing() {
    assertThat(WORD_NET.nearest("justice", KNOWN, false)).isEmpty();
  }

  @Test
  void formsOfEnglishWordsAreKnown() {
    assertThat(WORD_NET.knows("sloths")).isTrue();
    assertThat(WORD_NET.knows("ran")).isTrue();
    assertThat(WORD_NET.knows("yelow")).isFalse();
  }
}
