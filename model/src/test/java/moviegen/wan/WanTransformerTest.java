package moviegen.wan;

import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WanTransformerTest {
  private static final WanConfig CONFIG = WanConfig.MINIATURE;

  @ParameterizedTest(name = "{0}x{1}x{2} latents")
  @CsvSource({"1, 2, 2", "3, 8, 6", "2, 4, 10"})
  void keepsTheShapeOfItsInput(int t, int h, int w) {
    try (var _ = Scope.open();
        var params = params()) {
      var model = new WanTransformer(params, CONFIG, DType.FLOAT32);
      var v = model.forward(Noise.gaussian(1, 2, 16, t, h, w), Ops.tensor(500, 20), text(2, 5));
      assertThat(v).hasShape(2, 16, t, h, w);
    }
  }

  @Test
  void aBatchIsWhatItsSamplesAreAlone() {
    try (var _ = Scope.open();
        var params = params()) {
      var model = new WanTransformer(params, CONFIG, DType.FLOAT32);
      var x = Noise.gaussian(1, 2, 16, 2, 4, 4);
      var text = text(2, 7);
      var both = model.forward(x, Ops.tensor(900, 100), text);
      for (int i = 0; i < 2; i++) {
        var alone =
            model.forward(x.narrow(0, i, 1), Ops.tensor(i == 0 ? 900 : 100), text.narrow(0, i, 1));
        assertThat(both.narrow(0, i, 1)).isCloseTo(alone, 1e-5);
      }
    }
  }

  @ParameterizedTest(name = "{0} times")
  @ValueSource(ints = {2, 8})
  void timesOfTheirOwnThatAreAllAlikeAreOneTime(int groups) {
    try (var _ = Scope.open();
        var params = params()) {
      var model = new WanTransformer(params, CONFIG, DType.FLOAT32);
      var x = Noise.gaussian(1, 1, 16, 2, 4, 4);
      var text = model.read(text(1, 7));
      var one = model.forward(x, Ops.tensor(700), text);
      var own = model.forward(x, Ops.tensor(700).expand(1, groups), text);
      assertThat(own).isCloseTo(one, 1e-5);
    }
  }

  @Test
  void aFramesOwnTimeChangesWhatIsSaidOfIt() {
    try (var _ = Scope.open();
        var params = params()) {
      var model = new WanTransformer(params, CONFIG, DType.FLOAT32);
      var x = Noise.gaussian(1, 1, 16, 2, 4, 4);
      var text = model.read(text(1, 7));
      var one = model.forward(x, Ops.tensor(700), text);
      var given = model.forward(x, Ops.tensor(0, 700).unsqueeze(0), text);
      assertThat(Golden.distance(given, one)).isGreaterThan(0.01);
    }
  }

  @Test
  void zerosBeyondTheTextAreSeenOnceAndCountAsMany() {
    try (var _ = Scope.open();
        var params = params()) {
      var model = new WanTransformer(params, CONFIG, DType.FLOAT32);
      var x = Noise.gaussian(1, 1, 16, 2, 4, 4);
      var text = text(1, 7);
      var filled = Ops.padZeros(text, 0, 0, 0, CONFIG.textLength() - 7);
      var brief = model.forward(x, Ops.tensor(300), text);
      assertThat(brief).isCloseTo(model.forward(x, Ops.tensor(300), filled), 1e-5);
    }
  }

  @Test
  void withAHeadOfZerosNothingMoves() {
    try (var _ = Scope.open();
        var params =
            Params.frozen(
                (name, init, shape) ->
                    name.startsWith("head.out") ? Ops.zeros(shape) : init.fill(shape))) {
      var model = new WanTransformer(params, CONFIG, DType.FLOAT32);
      var v = model.forward(Noise.gaussian(1, 1, 16, 2, 4, 4), Ops.tensor(300), text(1, 7));
      assertThat(v).isCloseTo(Ops.zeros(1, 16, 2, 4, 4), 0);
    }
  }

  @Test
  void takesMoreChannelsThanItPredicts() {
    try (var _ = Scope.open();
        var params = params()) {
      var model = new WanTransformer(params, CONFIG.withInChannels(36), DType.FLOAT32);
      var v = model.forward(Noise.gaussian(1, 1, 36, 2, 4, 4), Ops.tensor(300), text(1, 7));
      assertThat(v).hasShape(1, 16, 2, 4, 4);
    }
  }

  @Test
  void inEightBitsItIsCloseAndItsWideLayersAreGone() {
    try (var _ = Scope.open();
        var _ = Native.noGrad();
        var params = params();
        var narrow =
            Params.frozen(
                (name, _, _) -> Objects.requireNonNull(params.asMap().get(name)).copy())) {
      var model = new WanTransformer(params, CONFIG, DType.BFLOAT16);
      var int8 = WanTransformer.int8(narrow, CONFIG, DType.BFLOAT16);
      var x = Noise.gaussian(1, 1, 16, 2, 8, 8);
      var wide = model.forward(x, Ops.tensor(300), text(1, 7));
      assertThat(Golden.distance(int8.forward(x, Ops.tensor(300), text(1, 7)), wide))
          .isLessThan(3e-2);
      assertThat(narrow.asMap().keySet())
          .noneMatch(name -> name.matches("blocks.*(query|key|value|out|up|down)\\.weight"));
    }
  }

  @Test
  void leavesNothingBehind() {
    try (var _ = Scope.open();
        var params = params()) {
      var model = new WanTransformer(params, CONFIG, DType.BFLOAT16);
      var x = Noise.gaussian(1, 1, 16, 2, 4, 4);
      long[] held = new long[2];
      for (int i = 0; i < held.length; i++) {
        try (var _ = Scope.open()) {
          model.forward(x, Ops.tensor(300), text(1, 7));
        }
        held[i] = Pointer.totalCount();
      }
      assertThat(held[1]).isEqualTo(held[0]);
    }
  }

  @Test
  void namesATextThatIsTooLong() {
    try (var _ = Scope.open();
        var params = params()) {
      var model = new WanTransformer(params, CONFIG, DType.FLOAT32);
      assertThatThrownBy(() -> model.read(text(1, 25)))
          .hasMessage("The text has 25 tokens, expected at most 24");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.1-1.3b, 256, 1280, 1_418_996_800",
    "wan2.2-5b, 256, 320, 4_999_787_712",
    "wan2.1-14b, 256, 1280, 14_288_491_584"
  })
  void countsThePublishedSizes(String preset, int side, long tokens, String parameters) {
    var work = WanWork.of(WanConfig.preset(preset), side, side, 17, 64);
    assertThat(work.tokens()).isEqualTo(tokens);
    assertThat(work.parameters()).isEqualTo(Long.parseLong(parameters.replace("_", "")));
  }

  @Test
  void bothLayoutsHaveAllNames() {
    var owners = Published.transformer(CONFIG).keySet();
    var ours = owners.stream().map(name -> WanKeys.ORIGINAL.apply(name).orElseThrow()).toList();
    var prefixed =
        owners.stream()
            .map(name -> WanKeys.ORIGINAL.apply("model.diffusion_model." + name).orElseThrow())
            .toList();
    assertThat(prefixed).isEqualTo(ours).doesNotHaveDuplicates();
    try (var _ = Scope.open();
        var params = params()) {
      var _ = new WanTransformer(params, CONFIG, DType.FLOAT32);
      assertThat(params.asMap()).containsOnlyKeys(List.copyOf(ours));
    }
  }

  private static Tensor text(int b, int m) {
    return Noise.gaussian(2, b, m, CONFIG.textWidth());
  }

  private static Params params() {
    Ops.manualSeed(3);
    return Params.frozen((_, init, shape) -> init.fill(shape));
  }
}
