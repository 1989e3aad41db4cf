package moviegen.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final JudgeConfig CONFIG =
      JudgeConfig.miniature(
          List.of(
              new Question("color", List.of("red", "blue", "green")),
              new Question("broken", List.of("no", "yes"))));

  @ParameterizedTest
  @CsvSource({"32, 32", "48, 16", "16, 64"})
  void answersEveryQuestionAboutFilmsOfAnySize(int height, int width) {
    try (var params = Params.random();
        var _ = Scope.open()) {
      var judge = new Judge(params, CONFIG, DType.FLOAT32);
      var verdict = judge.forward(Ops.randn(2, JudgeConfig.FRAMES, height, width, 3));
      assertThat(verdict.answers().get(0).shape()).containsExactly(2, 3);
      assertThat(verdict.answers().get(1).shape()).containsExactly(2, 2);
      assertThat(verdict.where().shape()).containsExactly(2, 8, height * width / 256);
      assertThat(verdict.where().exp().sum().item()).isCloseTo(16, within(1e-3f));
    }
  }

  @Test
  void aFilmIsJudgedAloneAsInABatch() {
    try (var params = Params.random();
        var _ = Scope.open()) {
      var judge = new Judge(params, CONFIG, DType.FLOAT32);
      var films = Ops.randn(3, JudgeConfig.FRAMES, 32, 32, 3);
      float[] all = HostMemory.floats(judge.forward(films).answers().getFirst().narrow(0, 1, 1));
      float[] one = HostMemory.floats(judge.forward(films.narrow(0, 1, 1)).answers().getFirst());
      for (int i = 0; i < all.length; i++) {
        assertThat(one[i]).isCloseTo(all[i], within(1e-4f));
      }
    }
  }

  @Test
  void whatGoesASiteAsideIsFoundWhereItWent() {
    try (var _ = Scope.open()) {
      var picture = Ops.randn(1, 1, 40, 40, 1).expand(1, 1, 40, 40, 3);
      var before = picture.narrow(2, 4, 32).narrow(3, 4, 32);
      var after = picture.narrow(2, 4, 32).narrow(3, 0, 32);
      var found = Displacements.of(Ops.cat(List.of(before, after), 1).clamp(-1, 1));
      var middle = found.select(0, 0).select(0, 0).select(0, 0).select(0, 0).narrow(0, 0, 81);
      assertThat(HostMemory.longs(middle.argmax(0))[0]).isEqualTo(4 * 9 + 6);
    }
  }

  @Test
  void neighborsAreShiftedIntoPlace() {
    try (var _ = Scope.open()) {
      var x = Ops.arange(3).to(DType.FLOAT32).reshape(1, 1, 1, 3, 1).expand(1, 1, 1, 3, 8);
      Tensor shifted = MixBlock.shifted(x);
      assertThat(HostMemory.floats(shifted.select(4, 6))).containsExactly(0, 0, 1);
      assertThat(HostMemory.floats(shifted.select(4, 7))).containsExactly(1, 2, 2);
      assertThat(HostMemory.floats(shifted.select(4, 0))).containsExactly(0, 1, 2);
    }
  }

  @Test
  void aSideThatIsNoMultipleOfASiteIsNamed() {
    try (var params = Params.random();
        var _ = Scope.open()) {
      var judge = new Judge(params, CONFIG, DType.FLOAT32);
      assertThatThrownBy(() -> judge.forward(Ops.zeros(1, 16, 30, 32, 3)))
          .hasMessage(
              "Films have shape [1, 16, 30, 32, 3], expected [b, 16, h, w, 3] with sides of"
                  + " multiples of 16");
    }
  }
}
