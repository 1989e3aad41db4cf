package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class WordChangeTest {
  @Test
  void oneAttributeChangesAndNoOther() {
    for (var change : WordChange.of(Split.DEV, 110, 1)) {
      var before = new HashMap<>(change.before().truth());
      var after = new HashMap<>(change.after().truth());
      assertThat(before.remove(change.attribute()))
          .as(change.before().prompt())
          .isNotNull()
          .isNotEqualTo(after.remove(change.attribute()));
      assertThat(before).isEqualTo(after);
    }
  }

  @Test
  void everyAttributeHasItsTurn() {
    assertThat(WordChange.of(Split.TEST, 110, 1).stream().map(WordChange::attribute).distinct())
        .hasSize(11);
  }

  @Test
  void wordsDifferInOnePlaceAlone() {
    assertThat(WordChange.differInOnePlace("a red ball rolls", "a blue ball rolls")).isTrue();
    assertThat(WordChange.differInOnePlace("a red ball rolls", "a blue ball hops")).isTrue();
    assertThat(WordChange.differInOnePlace("a red ball rolls", "a red ball rolls")).isFalse();
    assertThat(WordChange.differInOnePlace("a b c d e f", "1 b c d e 2")).isFalse();
  }
}
