package moviegen.wan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import moviegen.golden.Golden;
import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearInt8Test {
  private static final int IN = 192;
  private static final int OUT = 96;

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "BFLOAT16"})
  void isCloseToTheWholeProduct(DType dtype) {
    Ops.manualSeed(1);
    try (var _ = Scope.open();
        var wide = Params.frozen(LinearInt8Test::drawn);
        var narrow = Params.frozen((name, _, _) -> named(wide, name).copy())) {
      var linear = Linear.biased(wide.at("layer"), IN, OUT);
      var int8 = LinearInt8.of(narrow, IN, OUT, List.of("layer"));
      var x = Ops.randn(2, 300, IN).to(dtype);
      var y = int8.forward(x);
      assertThat(y.dtype()).isEqualTo(dtype);
      assertThat(Golden.distance(y.to(DType.FLOAT32), linear.forward(x).to(DType.FLOAT32)))
          .isLessThan(0.02);
    }
  }

  @Test
  void everyTokenHasItsOwnScale() {
    Ops.manualSeed(2);
    try (var _ = Scope.open();
        var params = Params.frozen(LinearInt8Test::drawn)) {
      var int8 = LinearInt8.of(params, IN, OUT, List.of("layer"));
      var x = Ops.randn(1, IN);
      var loud = Ops.cat(List.of(x, x.mul(1e4)), 0);
      var bias = named(params, "layer.bias");
      var alone = int8.forward(x).sub(bias);
      var beside = int8.forward(loud).narrow(0, 0, 1).sub(bias);
      assertThat(Golden.distance(beside, alone)).isLessThan(1e-6);
    }
  }

  @Test
  void aTokenOfZerosIsTheBias() {
    try (var _ = Scope.open();
        var params = Params.frozen(LinearInt8Test::drawn)) {
      var int8 = LinearInt8.of(params, IN, OUT, List.of("layer"));
      var y = int8.forward(Ops.zeros(1, IN)).reshape(OUT);
      assertThat(y.sameAs(named(params, "layer.bias"))).isTrue();
    }
  }

  @Test
  void joinedLayersAreWhatTheyWereAlone() {
    Ops.manualSeed(3);
    try (var _ = Scope.open();
        var params = Params.frozen(LinearInt8Test::drawn)) {
      var first = params.at("first").get("weight", Init.ONES, OUT, IN).copy();
      params.at("first").drop("weight");
      try (var apart = Params.frozen((name, init, shape) -> given(first, name, init, shape));
          var together = Params.frozen((name, init, shape) -> given(first, name, init, shape))) {
        var x = Ops.randn(4, IN);
        var one = LinearInt8.of(apart, IN, OUT, List.of("first"));
        var two = LinearInt8.of(together, IN, OUT, List.of("first", "second"));
        assertThat(two.forward(x).narrow(1, 0, OUT).sameAs(one.forward(x))).isTrue();
        assertThat(together.asMap())
            .containsOnlyKeys(
                "first_second.weight_int8", "first_second.scale", "first_second.bias");
      }
    }
  }

  private static Tensor named(Params params, String name) {
    return Objects.requireNonNull(params.asMap().get(name));
  }

  private static Tensor given(Tensor first, String name, Init init, long... shape) {
    return name.equals("first.weight") ? first.copy() : drawn(name, init, shape);
  }

  private static Tensor drawn(String name, Init init, long... shape) {
    return name.endsWith("first.bias") ? Ops.zeros(shape) : Ops.randn(shape).mul(0.05);
  }
}
