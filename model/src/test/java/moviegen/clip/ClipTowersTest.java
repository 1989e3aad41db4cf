package moviegen.clip;

import static moviegen.tensor.Ops.randn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTowersTest {
  private static final ClipConfig CONFIG = ClipConfig.miniature(50);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTextInABatchIsATextAlone(long seed) {
    Ops.manualSeed(seed);
    for (var config : List.of(CONFIG, CONFIG.bothWays())) {
      try (var _ = Scope.open();
          var params = Params.random()) {
        var tower = new ClipTextTower(params, config);
        var batch = ids(2, 4, 6, 4, 9, 9, 7, 8, 0, 0);
        var mask = ids(2, 4, 1, 1, 1, 1, 1, 1, 0, 0);
        var both = tower.forward(batch, mask);
        var alone = tower.forward(ids(1, 2, 7, 8), ids(1, 2, 1, 1));

        agree(both.embedding().narrow(0, 1, 1), alone.embedding());
        agree(both.tokens().narrow(0, 1, 1).narrow(1, 0, 2), alone.tokens());
      }
    }
  }

  @Test
  void aTextEndsInItsHighestId() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var tower = new ClipTextTower(params, CONFIG);

      agree(
          tower.forward(ids(1, 5, 3, 4, 49, 0, 0)).embedding(),
          tower.forward(ids(1, 5, 3, 4, 49, 0, 0), ids(1, 5, 1, 1, 1, 0, 0)).embedding());
    }
  }

  @Test
  void aWordDoesNotSeeThoseBehindIt() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var tower = new ClipTextTower(params, CONFIG);
      var one = tower.forward(ids(1, 4, 1, 2, 3, 4)).tokens();
      var other = tower.forward(ids(1, 4, 1, 2, 9, 9)).tokens();

      agree(one.narrow(1, 0, 2), other.narrow(1, 0, 2));
      assertThat(Golden.distance(one.narrow(1, 2, 2), other.narrow(1, 2, 2))).isGreaterThan(0.01);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anImageInABatchIsAnImageAlone(long seed) {
    Ops.manualSeed(seed);
    try (var _ = Scope.open();
        var params = Params.random()) {
      var tower = new ClipImageTower(params, CONFIG);
      var images = randn(3, 16, 16, 3);
      var both = tower.forward(images);
      var alone = tower.forward(images.narrow(0, 1, 1));

      assertThat(both.patches().shape()).containsExactly(3, 4, 32);
      agree(both.embedding().narrow(0, 1, 1), alone.embedding());
      agree(both.patches().narrow(0, 1, 1), alone.patches());
    }
  }

  @Test
  void refusesImagesOfAnotherSizeAndLongTexts() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var images = new ClipImageTower(params.at("image"), CONFIG);
      var texts = new ClipTextTower(params.at("text"), CONFIG);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> images.forward(randn(1, 16, 8, 3)))
          .withMessage("Images have shape [1, 16, 8, 3], expected [b, 16, 16, 3]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> texts.forward(ids(1, 17, new long[17])))
          .withMessage("A text has 17 tokens, expected at most 16");
    }
  }

  @Test
  void vectorsThatTellNothingCostTheLogarithmOfTheBatch() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var same = Ops.ones(8, 4);

      assertThat(new ContrastiveLoss(params).forward(same, same).item())
          .isCloseTo((float) Math.log(8), within(1e-5f));
    }
  }

  @Test
  void pairsThatPointTheSameWayCostNothing() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var axes = HostMemory.tensor(new float[] {2, 0, 0, 0, 3, 0, 0, 0, 5}, 3, 3);

      assertThat(new ContrastiveLoss(params).forward(axes, axes).item()).isLessThan(1e-5f);
    }
  }

  private static Tensor ids(int rows, int columns, long... values) {
    return HostMemory.tensor(values, rows, columns);
  }

  private static void agree(Tensor actual, Tensor expected) {
    Golden.assertAgree(actual, expected);
  }
}
