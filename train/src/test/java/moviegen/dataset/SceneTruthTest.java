package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import moviegen.judge.Question;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;
import org.junit.jupiter.api.Test;

class SceneTruthTest {
  private static final long[] SEEDS = LongStream.range(0, 8).toArray();

  private static Question question(String attribute) {
    return SceneTruth.questions(true).stream()
        .filter(question -> question.attribute().equals(attribute))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void answersAreTheScenesOwnWords() {
    try (var _ = Scope.open()) {
      var question = question("color");
      long[] numbers = HostMemory.longs(SceneTruth.answers(SEEDS, question).orElseThrow());
      for (int i = 0; i < SEEDS.length; i++) {
        assertThat(question.values().get((int) numbers[i]))
            .isEqualTo(Scene.training(SEEDS[i]).color());
      }
    }
  }

  @Test
  void nothingIsAskedThatNoSceneAnswers() {
    long[] alone =
        LongStream.iterate(0, seed -> seed + 1)
            .filter(seed -> Scene.training(seed).companion().isEmpty())
            .limit(4)
            .toArray();
    try (var _ = Scope.open()) {
      assertThat(SceneTruth.answers(alone, question("companion_color"))).isEmpty();
    }
  }

  @Test
  void imagesAreNotAskedWhatMoves() {
    assertThat(SceneTruth.questions(false))
        .extracting(Question::attribute)
        .contains("place", "subject")
        .doesNotContain("action", "camera", "broken");
  }

  @Test
  void coveredSharesAddUpToTheSubject() {
    var shot = new Shot(128, 96, 16, 16);
    try (var _ = Scope.open()) {
      var film = new LatentBatch(Ops.zeros(1, 16, 2, 12, 16), new long[] {3}, 16);
      float[] shares = HostMemory.floats(new SceneTruth().covered(film));
      assertThat(shares).hasSize(2 * 6 * 8);
      var masks = Renderer.masks(Scene.training(3), shot);
      for (int t = 0; t < 2; t++) {
        double sum = 0;
        for (int i = 0; i < 48; i++) {
          sum += shares[t * 48 + i] * 256;
        }
        assertThat(sum).isCloseTo(masks.get(8 * t + 4).area(), within(0.5));
      }
    }
  }
}
