package moviegen.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenoisingTest {
  private static final int WORDS = 1000;
  private static final Denoising DENOISING = new Denoising(WORDS);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void inputAndTargetTogetherAreTheText(long seed) {
    var random = new Random(seed);
    for (int length = 2; length <= 64; length++) {
      int[] text = random.ints(length, 0, WORDS).toArray();
      for (int i = 0; i < 10; i++) {
        assertThat(restored(DENOISING.regular(text, random))).containsExactly(text);
        assertThat(restored(DENOISING.extreme(text, random))).containsExactly(text);
      }
    }
  }

  @Test
  void sequentialKeepsTheBeginning() {
    var example = DENOISING.sequential(new int[] {1, 2, 3, 4, 5, 6, 7, 8});

    assertThat(example.input()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(example.target()).containsExactly(7, 8, DENOISING.end());
  }

  @Test
  void rewritingReadsOneTextAndWritesTheOther() {
    var example = DENOISING.rewrite(new int[] {1, 2}, new int[] {3, 4, 5});

    assertThat(example.input()).containsExactly(1, 2);
    assertThat(example.target()).containsExactly(3, 4, 5, DENOISING.end());
  }

  @Test
  void threeExamplesInFourAreSequentialAndOneInEightEachOfTheOthers() {
    var random = new Random(7);
    int[] text = IntStream.range(0, 40).toArray();
    int draws = 4000;
    int regular = 0;
    int extreme = 0;
    for (int i = 0; i < draws; i++) {
      int first = DENOISING.draw(text, new int[] {1}, random).input()[0];
      regular += first == DENOISING.regularMark() ? 1 : 0;
      extreme += first == DENOISING.extremeMark() ? 1 : 0;
    }

    assertThat(regular / (double) draws).isCloseTo(0.125, within(0.02));
    assertThat(extreme / (double) draws).isCloseTo(0.125, within(0.02));
  }

  @Test
  void theRegularDenoiserTakesFifteenPercent() {
    var random = new Random(3);
    int[] text = IntStream.range(0, 60).toArray();
    for (int i = 0; i < 100; i++) {
      var example = DENOISING.regular(text, random);
      long missing = Arrays.stream(example.target()).filter(id -> id < WORDS).count();
      long spans = Arrays.stream(example.input()).filter(id -> id >= DENOISING.sentinel(0)).count();

      assertThat(missing).isEqualTo(9);
      assertThat(spans).isIn(1L, 3L);
    }
  }

  @Test
  void aTextOfOneWordIsRewrittenButNeverSpoiled() {
    var random = new Random(1);
    for (int i = 0; i < 50; i++) {
      assertThat(DENOISING.draw(new int[] {5}, new int[] {6}, random).input()).containsExactly(5);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DENOISING.regular(new int[] {5}, random))
        .withMessage("A text has 1 tokens, expected at least 2 to spoil some");
  }

  /** Puts what the target says in the places that the input leaves open. */
  private static int[] restored(DenoisingExample example) {
    int[] target = example.target();
    assertThat(target[target.length - 1]).isEqualTo(DENOISING.end());
    return Arrays.stream(example.input())
        .skip(1)
        .flatMap(id -> id < WORDS ? IntStream.of(id) : span(target, id))
        .toArray();
  }

  private static IntStream span(int[] target, int sentinel) {
    return Arrays.stream(target)
        .dropWhile(id -> id != sentinel)
        .skip(1)
        .takeWhile(id -> id < WORDS);
  }
}
