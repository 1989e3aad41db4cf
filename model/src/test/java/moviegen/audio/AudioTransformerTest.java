package moviegen.audio;

import static moviegen.tensor.Ops.ones;
import static moviegen.tensor.Ops.randn;
import static moviegen.tensor.Ops.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import moviegen.golden.Golden;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioTransformerTest {
  private static final AudioTransformerConfig CONFIG = AudioTransformerConfig.MINIATURE;
  private static final long LATENTS = 11;
  private static final double ROUNDING = 1e-5;

  /** A batch of two: films, texts, known sound. */
  private record Given(FrameFeatures film, SoundText text, AudioContext context) {
    static Given random() {
      return new Given(
          new FrameFeatures(randn(2, LATENTS, CONFIG.videoWidth()), ones(2)),
          new SoundText(randn(2, 5, CONFIG.textWidth()), ones(2, 5)),
          AudioContext.after(randn(2, 4, CONFIG.latentChannels()), LATENTS));
    }

    Given one(long index) {
      return new Given(
          new FrameFeatures(film.values().narrow(0, index, 1), film.present().narrow(0, index, 1)),
          new SoundText(text.features().narrow(0, index, 1), text.mask().narrow(0, index, 1)),
          new AudioContext(
              context.latents().narrow(0, index, 1), context.known().narrow(0, index, 1)));
    }

    Tensor velocity(AudioTransformer model, Tensor x) {
      var times = Ops.tensor(0.2, 0.7).narrow(0, 0, x.size(0));
      return model.forward(x, times, model.conditions(film, text, context, DType.FLOAT32));
    }
  }

  @BeforeEach
  void seed() {
    Ops.manualSeed(3);
  }

  /** Parameters none of which is zero, so that everything has an influence. */
  private static Params awake() {
    return Params.frozen(
        (_, init, shape) ->
            init.equals(Init.ZEROS) ? randn(shape).mul(0.1) : init.fill(shape).add(0.01));
  }

  @Test
  void aFreshBlockIsTheIdentity() {
    try (var params = Params.random();
        var _ = Scope.open()) {
      var block = new AudioBlock(params, CONFIG);
      var x = randn(2, LATENTS, CONFIG.width());
      var text = block.cross().read(randn(2, 5, CONFIG.width()));
      var turns = RotaryTurns.of(LATENTS, CONFIG.headWidth());
      var shared = zeros(2, AudioBlock.PARTS, CONFIG.width());
      assertThat(block.forward(x, turns, shared, text, zeros(2, 1, 1, 5)).sameAs(x)).isTrue();
    }
  }

  @Test
  void aFreshTransformerPredictsNothing() {
    try (var params = Params.random();
        var _ = Scope.open()) {
      var model = new AudioTransformer(params, CONFIG);
      var x = randn(2, LATENTS, CONFIG.latentChannels());
      var velocity = Given.random().velocity(model, x);
      assertThat(velocity.shape()).isEqualTo(x.shape());
      assertThat(velocity.abs().max().item()).isZero();
    }
  }

  @Test
  void hearsEachOfABatchAsIfItWereAlone() {
    try (var params = awake();
        var _ = Scope.open()) {
      var model = new AudioTransformer(params, CONFIG);
      var x = randn(2, LATENTS, CONFIG.latentChannels());
      var given = Given.random();
      var together = given.velocity(model, x).narrow(0, 0, 1);
      var alone = given.one(0).velocity(model, x.narrow(0, 0, 1));
      assertThat(Golden.distance(together, alone)).isLessThan(ROUNDING);
    }
  }

  @Test
  void everythingGivenHasAnInfluence() {
    try (var params = awake();
        var _ = Scope.open()) {
      var model = new AudioTransformer(params, CONFIG);
      var x = randn(2, LATENTS, CONFIG.latentChannels());
      var given = Given.random();
      var other = Given.random();
      var velocity = given.velocity(model, x);
      for (var changed :
          List.of(
              new Given(other.film, given.text, given.context),
              new Given(given.film, other.text, given.context),
              new Given(given.film, given.text, other.context))) {
        assertThat(Golden.distance(changed.velocity(model, x), velocity)).isGreaterThan(1e-3);
      }
    }
  }

  @Test
  void whatIsMaskedHasNone() {
    try (var params = awake();
        var _ = Scope.open()) {
      var model = new AudioTransformer(params, CONFIG);
      var x = randn(2, LATENTS, CONFIG.latentChannels());
      var mask = Ops.cat(List.of(ones(2, 3), zeros(2, 2)), 1);
      var words = randn(2, 3, CONFIG.textWidth());
      var velocities =
          List.of(1.0, -4.0).stream()
              .map(
                  noise ->
                      new Given(
                              new FrameFeatures(
                                  randn(2, LATENTS, CONFIG.videoWidth()).mul(noise), zeros(2)),
                              new SoundText(
                                  Ops.cat(
                                      List.of(words, randn(2, 2, CONFIG.textWidth()).mul(noise)),
                                      1),
                                  mask),
                              new AudioContext(
                                  randn(2, LATENTS, CONFIG.latentChannels()).mul(noise),
                                  zeros(2, LATENTS)))
                          .velocity(model, x))
              .toList();
      assertThat(Golden.distance(velocities.get(0), velocities.get(1))).isLessThan(ROUNDING);
    }
  }

  @Test
  void scoresSeeDistancesAlone() {
    try (var _ = Scope.open()) {
      int width = 16;
      var turns = RotaryTurns.of(40, width);
      var query = Ops.turnPairs(randn(1, width).expand(40, width).contiguous(), turns);
      var key = Ops.turnPairs(randn(1, width).expand(40, width).contiguous(), turns);
      var scores = query.matmul(key.transpose(0, 1));
      var near = scores.narrow(0, 0, 20).narrow(1, 5, 20);
      var far = scores.narrow(0, 15, 20).narrow(1, 20, 20);
      assertThat(Golden.distance(near, far)).isLessThan(1e-4);
    }
  }

  @ParameterizedTest(name = "{0} has between {1} and {2} million parameters")
  @CsvSource({"tiny, 19, 25", "300m, 285, 330", "3b, 2900, 3200", "paper-13b, 12350, 13650"})
  void presetsAreAsLargeAsTheySay(String preset, double least, double most) {
    try (var params =
        Params.frozen((_, _, shape) -> Ops.empty(DType.BFLOAT16, new Device("meta"), shape))) {
      new AudioTransformer(params, AudioTransformerConfig.preset(preset));
      long count = params.asMap().values().stream().mapToLong(Tensor::count).sum();
      assertThat(count / 1e6).isBetween(least, most);
    }
  }

  @Test
  void namesAPresetThatThereIsNot() {
    assertThatThrownBy(() -> AudioTransformerConfig.preset("huge"))
        .hasMessage(
            "There is no preset \"huge\", expected one of miniature, tiny, 300m, 3b, paper-13b");
  }
}
