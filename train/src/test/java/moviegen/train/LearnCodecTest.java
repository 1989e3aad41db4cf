package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import moviegen.audio.AudioCodec;
import moviegen.audio.AudioCodecConfig;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCodecTest {
  @TempDir private Path folder;

  @Test
  void aMiniatureLeavesACodecThatLoads() {
    var cast = new CastFolder(folder.resolve("cast"));
    var recipes = new Recipes(cast, folder.resolve("runs"), DType.FLOAT32, true);
    TerminalRun.run(
        recipes.named("codec"), recipes.runs(), cast, Optional.empty(), Optional.empty());
    var config = cast.config("codec", AudioCodecConfig.class);
    assertThat(config).isEqualTo(AudioCodecConfig.MINIATURE);
    var samples =
        cast.load(
            "codec",
            DType.FLOAT32,
            source -> {
              try (var params = Params.frozen(source);
                  var _ = Scope.open()) {
                var codec = new AudioCodec(params, config, DType.FLOAT32);
                return codec.decode(codec.encode(Ops.randn(1, 5000).mul(0.1)), 5000).size(1);
              }
            });
    assertThat(samples).isEqualTo(5000);
  }

  @Test
  void signalToNoiseDoesNotHearLoudness() {
    try (var _ = Scope.open()) {
      var wave = Ops.randn(2, 48_000);
      var noisy = wave.add(Ops.randn(2, 48_000).mul(0.1));
      double quiet = LearnCodec.signalToNoise(noisy.mul(0.2), wave);
      assertThat(LearnCodec.signalToNoise(noisy, wave)).isCloseTo(20, within(0.2));
      assertThat(quiet).isCloseTo(20, within(0.2));
    }
  }
}
