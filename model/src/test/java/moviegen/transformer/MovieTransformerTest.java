package moviegen.transformer;

import static moviegen.tensor.DType.BFLOAT16;
import static moviegen.tensor.DType.FLOAT32;
import static moviegen.tensor.Ops.cat;
import static moviegen.tensor.Ops.manualSeed;
import static moviegen.tensor.Ops.randn;
import static moviegen.tensor.Ops.tensor;
import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import moviegen.flow.FlowLoss;
import moviegen.flow.Guidance;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieTransformerTest {
  @ParameterizedTest(name = "{0} latents of {2} × {1}")
  @CsvSource({
    "4, 16, 16", "4, 22, 12", "4, 12, 22", "4, 18, 14", "4, 14, 18",
    "2, 8, 8", "2, 10, 6", "2, 6, 10", "2, 10, 8", "2, 8, 10",
    "1, 16, 16", "1, 2, 2", "32, 2, 4"
  })
  void keepsTheShapeOfItsInput(int frames, int width, int height) {
    try (var params = Small.awake(0);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var x = randn(2, 16, frames, height, width);
      var y = model.forward(x, tensor(0.1, 0.9), model.conditions(Small.text(2, 5), FLOAT32));
      assertThat(y).hasShape(2, 16, frames, height, width);
      assertThat(y.abs().max().item()).isPositive().isFinite();
    }
  }

  @Test
  void saysZeroBeforeItHasLearnedAnything() {
    manualSeed(0);
    try (var params = Params.random();
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var x = randn(1, 16, 2, 4, 4);
      var y = model.forward(x, tensor(0.5), model.conditions(Small.text(1, 5), FLOAT32));
      assertThat(y).isCloseTo(x.mul(0), 0);
    }
  }

  @Test
  void aTextIsReadOnceForSeveralFilms() {
    try (var params = Small.awake(2);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var x = randn(6, 16, 1, 4, 4);
      var times = tensor(0.1, 0.2, 0.3, 0.7, 0.8, 0.9);
      var conditions = model.conditions(Small.text(2, 5), FLOAT32);
      var together = model.forward(x, times, conditions);
      for (int i = 0; i < 3; i++) {
        var films = HostMemory.tensor(new long[] {i, i + 3}, 2);
        var alone =
            model.forward(x.indexSelect(0, films), times.indexSelect(0, films), conditions);
        assertThat(together.indexSelect(0, films)).isCloseTo(alone, 1e-5);
      }
      assertThatThrownBy(
              () -> model.forward(x.narrow(0, 0, 3), times.narrow(0, 0, 3), conditions))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("3 films cannot look at 2 texts, expected as many films for each");
    }
  }

  @Test
  void saysTheSameInABatchAsAlone() {
    try (var params = Small.awake(1);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var x = randn(3, 16, 2, 4, 6);
      var times = tensor(0.1, 0.5, 0.9);
      var text = Small.text(3, 5).getFirst();
      var together = model.forward(x, times, model.conditions(List.of(text), FLOAT32));
      for (int i = 0; i < 3; i++) {
        var one = new TextTokens(text.features().narrow(0, i, 1), text.mask().narrow(0, i, 1));
        var alone =
            model.forward(
                x.narrow(0, i, 1), times.narrow(0, i, 1), model.conditions(List.of(one), FLOAT32));
        assertThat(together.narrow(0, i, 1)).isCloseTo(alone, 1e-5);
      }
    }
  }

  @Test
  void doesNotReadPadding() {
    try (var params = Small.awake(2);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var x = randn(1, 16, 2, 4, 4);
      var words = randn(1, 3, 32);
      var mask = tensor(1, 1, 1, 0, 0).reshape(1, 5);
      var some = new TextTokens(cat(List.of(words, randn(1, 2, 32)), 1), mask);
      var other = new TextTokens(cat(List.of(words, randn(1, 2, 32).mul(9)), 1), mask);
      var short_ = new TextTokens(words, tensor(1, 1, 1).reshape(1, 3));
      var expected = model.forward(x, tensor(0.5), model.conditions(List.of(short_), FLOAT32));
      for (var padded : List.of(some, other)) {
        var y = model.forward(x, tensor(0.5), model.conditions(List.of(padded), FLOAT32));
        assertThat(y).isCloseTo(expected, 1e-5);
      }
    }
  }

  @Test
  void readsEveryTower() {
    var config = Small.CONFIG.withTextWidths(List.of(32, 32));
    try (var params = Small.awake(3);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, config);
      var x = randn(1, 16, 1, 4, 4);
      var first = Small.text(1, 5).getFirst();
      var second = Small.text(1, 2).getFirst();
      var third = Small.text(1, 2).getFirst();
      var y = model.forward(x, tensor(0), model.conditions(List.of(first, second), FLOAT32));
      var z = model.forward(x, tensor(0), model.conditions(List.of(first, third), FLOAT32));
      assertThat(y.sub(z).abs().max().item()).isGreaterThan(1e-4f);
      assertThatThrownBy(() -> model.conditions(List.of(first), FLOAT32))
          .hasMessage("1 text towers were given, expected 2");
    }
  }

  @Test
  void eachTowerHasItsOwnKeysAndValues() {
    var config = Small.CONFIG.withTextWidths(List.of(32, 32, 32));
    try (var params = Small.awake(3);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, config);
      var towers = List.of(4, 3, 2).stream().map(m -> Small.text(1, m).getFirst()).toList();
      var keys = model.conditions(towers, FLOAT32).layers().getFirst().key();
      int start = 0;
      for (int i = 0; i < towers.size(); i++) {
        var others = new ArrayList<>(towers);
        int length = (int) towers.get(i).mask().size(1);
        others.set(i, Small.text(1, length).getFirst());
        var change = model.conditions(others, FLOAT32).layers().getFirst().key().sub(keys).abs();
        var own = change.narrow(2, start, length);
        assertThat(own.max().item()).isGreaterThan(1e-4f);
        assertThat(change.sum().sub(own.sum()).abs().item()).isLessThan(1e-3f);
        start += length;
      }
    }
  }

  @Test
  void ignoresExtraChannelsUntilItLearnsThem() {
    manualSeed(4);
    try (var params =
            Params.frozen(
                (name, init, shape) ->
                    name.contains("extra") ? init.fill(shape) : randn(shape).mul(0.2));
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG.withExtraChannels(4));
      var x = randn(1, 16, 2, 4, 4);
      var conditions = model.conditions(Small.text(1, 3), FLOAT32);
      var y = model.forward(cat(List.of(x, randn(1, 4, 2, 4, 4)), 1), tensor(0.5), conditions);
      var z = model.forward(cat(List.of(x, randn(1, 4, 2, 4, 4)), 1), tensor(0.5), conditions);
      assertThat(y).hasShape(1, 16, 2, 4, 4);
      assertThat(y).isCloseTo(z, 0);
    }
  }

  @Test
  void computesInTheTypeOfItsConditions() {
    try (var params = Small.awake(5);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var x = randn(2, 16, 2, 4, 4);
      var text = Small.text(2, 5);
      var exact = model.forward(x, tensor(0.2, 0.7), model.conditions(text, FLOAT32));
      var rough = model.forward(x, tensor(0.2, 0.7), model.conditions(text, BFLOAT16));
      assertThat(rough.dtype()).isEqualTo(FLOAT32);
      assertThat(rough).isCloseTo(exact, 0.05 * exact.abs().max().item());
    }
  }

  @Test
  void isGuidedInOneBatch() {
    try (var params = Small.awake(6);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var x = randn(1, 16, 2, 4, 4);
      var wanted = Small.text(1, 5).getFirst();
      var unwanted = Small.text(1, 2).getFirst();
      var together =
          Guidance.STRONG.<TextTokens>together(
              texts -> model.under(model.conditions(List.of(TextTokens.concat(texts)), FLOAT32)),
              wanted,
              unwanted);
      var apart =
          Guidance.STRONG.apart(
              model.under(model.conditions(List.of(wanted), FLOAT32)),
              model.under(model.conditions(List.of(unwanted), FLOAT32)));
      assertThat(together.at(x, 0.3)).isCloseTo(apart.at(x, 0.3), 1e-4);
    }
  }

  @Test
  void everyParameterGetsAGradientInTimeOnceItIsAwake() {
    manualSeed(7);
    try (var params = Params.trainable((_, _, shape) -> randn(shape).mul(0.2));
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG.withExtraChannels(2));
      var conditions = model.conditions(Small.text(2, 5), BFLOAT16);
      FlowLoss.Network network =
          (x, time) -> model.forward(cat(List.of(x, randn(2, 2, 2, 4, 4)), 1), time, conditions);
      FlowLoss.STRAIGHT
          .of(network, randn(2, 16, 2, 4, 4), randn(2, 16, 2, 4, 4), 0.3, 0.6)
          .backward();
      params
          .asMap()
          .forEach(
              (name, parameter) -> {
                assertThat(parameter.hasGrad()).as(name).isTrue();
                assertThat(parameter.grad().abs().max().item()).as(name).isPositive().isFinite();
              });
    }
  }

  @Test
  void namesAFilmThatIsTooLong() {
    try (var params = Small.awake(8);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var conditions = model.conditions(Small.text(1, 3), FLOAT32);
      assertThatThrownBy(() -> model.forward(randn(1, 16, 33, 4, 4), Ops.zeros(1), conditions))
          .hasMessage(
              "The film has 33 × 2 × 2 tokens in time, height and width,"
                  + " the model has places for 32 × 12 × 12 tokens in time, height and width");
      assertThatThrownBy(() -> model.forward(randn(1, 16, 1, 3, 4), Ops.zeros(1), conditions))
          .hasMessage(
              "Latents have shape [1, 16, 1, 3, 4],"
                  + " expected (b c t h w) with even height and width");
    }
  }
}
