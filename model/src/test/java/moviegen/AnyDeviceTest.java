package moviegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.clip.ClipConfig;
import moviegen.clip.ClipImageTower;
import moviegen.flow.EulerSampler;
import moviegen.flow.FlowLoss;
import moviegen.flow.Guidance;
import moviegen.flow.Schedule;
import moviegen.nn.FlatParams;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.text.T5Config;
import moviegen.text.T5Denoiser;
import moviegen.text.TokenBatch;
import moviegen.transformer.MovieTransformer;
import moviegen.transformer.TextTokens;
import moviegen.transformer.TransformerConfig;
import org.junit.jupiter.api.Test;

/**
 * Nothing in the models assumes a CPU. On the device {@code meta} an operation on tensors of two
 * devices is refused as it is on a graphics card, so a constant that was left behind shows. It knows
 * few backward passes, so none is run.
 */
class AnyDeviceTest {
  private static TokenBatch words() {
    return TokenBatch.of(List.of(new int[] {4, 5, 6, 3}, new int[] {7, 3}));
  }

  private static List<TextTokens> texts() {
    return List.of(new TextTokens(Ops.randn(2, 5, 32), Ops.ones(2, 5)));
  }

  private static List<TextTokens> together(List<List<TextTokens>> all) {
    return List.of(TextTokens.concat(all.stream().map(List::getFirst).toList()));
  }

  @Test
  void metaRefusesAnOperandThatWasLeftBehind() {
    try (var _ = Scope.open()) {
      var left = Ops.ones(2);
      try (var _ = Device.META.use()) {
        assertThatThrownBy(() -> Ops.ones(2).add(left)).isInstanceOf(RuntimeException.class);
      }
    }
  }

  @Test
  void theTransformerHasALoss() {
    try (var _ = Device.META.use();
        var _ = Scope.open();
        var params = Params.random()) {
      var model = new MovieTransformer(params, TransformerConfig.MINIATURE);
      try (var flat = new FlatParams(params)) {
        var conditions = model.conditions(texts(), DType.BFLOAT16);
        var loss =
            FlowLoss.STRAIGHT.of(
                (x, time) -> model.forward(x, time, conditions),
                Ops.randn(2, 16, 4, 4, 4),
                Ops.randn(2, 16, 4, 4, 4),
                0.2,
                0.7);
        assertThat(loss.device()).isEqualTo(Device.META);
        assertThat(flat.grad().add(flat.values()).device()).isEqualTo(Device.META);
      }
    }
  }

  @Test
  void filmsAreSampledAndDecoded() {
    try (var _ = Device.META.use();
        var _ = Scope.open();
        var params = Params.random();
        var others = Params.random()) {
      var model = new MovieTransformer(params, TransformerConfig.MINIATURE);
      var autoencoder = new Autoencoder(others, AutoencoderConfig.MINIATURE, DType.BFLOAT16);
      var velocity =
          new Guidance(3)
              .together(
                  all -> model.under(model.conditions(together(all), DType.BFLOAT16)),
                  texts(),
                  texts());
      var latents =
          new EulerSampler(Schedule.linearQuadratic(4))
              .sample(Noise.gaussian(1, 2, 16, 5, 4, 4), velocity);
      var film = autoencoder.decode(latents.rearrange("b c t h w -> b t h w c"), 40);
      assertThat(film.device()).isEqualTo(Device.META);
      assertThat(autoencoder.encode(film).shape()).containsExactly(2, 5, 4, 4, 16);
    }
  }

  @Test
  void theTextTowersHaveALoss() {
    try (var _ = Device.META.use();
        var _ = Scope.open();
        var params = Params.random()) {
      var words = words();
      var tower = new T5Denoiser(params, T5Config.miniature(32), 1, DType.BFLOAT16);
      var loss = tower.loss(words.ids(), words.mask(), words.targets());
      assertThat(loss.device()).isEqualTo(Device.META);
    }
  }

  @Test
  void theImageTowerLooks() {
    try (var _ = Device.META.use();
        var _ = Scope.open();
        var params = Params.random()) {
      var config = ClipConfig.miniature(32);
      var stills = Ops.randn(2, config.imageSize(), config.imageSize(), 3);
      var seen = new ClipImageTower(params, config, DType.BFLOAT16).forward(stills);
      assertThat(seen.embedding().device()).isEqualTo(Device.META);
    }
  }
}
