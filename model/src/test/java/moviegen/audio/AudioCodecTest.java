package moviegen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioCodecTest {
  private static final AudioCodecConfig CONFIG = AudioCodecConfig.MINIATURE;
  private static final double ROUNDING = 1e-5;

  private static Params params;
  private static AudioCodec codec;

  @BeforeAll
  static void build() {
    Native.matmulPrecision(Native.Precision.HIGHEST);
    Ops.manualSeed(1);
    params = Params.frozen((_, init, shape) -> init.fill(shape));
    codec = new AudioCodec(params, CONFIG, DType.FLOAT32);
  }

  @AfterAll
  static void free() {
    params.close();
  }

  @Test
  void makesTwentyFiveLatentsASecond() {
    for (var config : List.of(AudioCodecConfig.DAC_48K, AudioCodecConfig.TINY, CONFIG)) {
      assertThat(config.hop()).isEqualTo(1920);
      assertThat(config.latentRate()).isEqualTo(25);
      assertThat(config.latents(48_000)).isEqualTo(25);
    }
  }

  @ParameterizedTest(name = "{0} samples")
  @ValueSource(longs = {1, 2, 1919, 1920, 1921, 5000})
  void givesBackAsManySamplesAsThereWere(long samples) {
    try (var _ = Scope.open()) {
      var latents = codec.encode(wave(2, samples));
      assertThat(latents.shape())
          .containsExactly(2, Math.ceilDiv(samples, 1920), CONFIG.latentChannels());
      assertThat(codec.decode(latents, samples).shape()).containsExactly(2, samples);
    }
  }

  @ParameterizedTest(name = "{0} latents a piece")
  @ValueSource(ints = {1, 7, 20})
  void piecesAreThoseOfTheWhole(int length) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      int latents = 24;
      int samples = latents * CONFIG.hop();
      var wave = wave(1, samples);
      var chunks = new CodecChunks(CONFIG, length);
      var whole = codec.posterior(wave).mean();
      List<Double> errors = new ArrayList<>();
      chunks.encode(
          samples,
          Wave.of(wave),
          part -> codec.posterior(part).mean(),
          (start, piece) ->
              errors.add(Golden.distance(piece, whole.narrow(1, start, piece.size(1)))));
      var sound = codec.reconstruct(whole);
      chunks.decode(
          whole,
          samples,
          codec::reconstruct,
          (start, piece) ->
              errors.add(Golden.distance(piece, sound.narrow(1, start, piece.size(1)))));
      assertThat(errors)
          .hasSize(2 * Math.ceilDiv(latents, length))
          .allSatisfy(error -> assertThat(error).isLessThan(ROUNDING));
    }
  }

  @Test
  void encodesEachWaveOfABatchAsIfItWereAlone() {
    try (var _ = Scope.open()) {
      var waves = wave(3, 4L * CONFIG.hop());
      var together = codec.posterior(waves).mean();
      for (int i = 0; i < 3; i++) {
        var alone = codec.posterior(waves.narrow(0, i, 1)).mean();
        assertThat(Golden.distance(together.narrow(0, i, 1), alone)).isLessThan(ROUNDING);
      }
    }
  }

  @Test
  void leavesNothingBehindHoweverLongTheSound() {
    long before = Native.handles();
    for (int latents : new int[] {10, 110}) {
      try (var _ = Scope.open();
          var _ = Native.noGrad()) {
        long samples = (long) latents * CONFIG.hop();
        codec.decode(codec.encode(wave(1, samples)), samples, _ -> {});
      }
      assertThat(Native.handles()).isEqualTo(before);
    }
  }

  @Test
  void standardizesItsLatents() {
    try (var own = Params.frozen((_, init, shape) -> init.fill(shape));
        var _ = Scope.open()) {
      var other = new AudioCodec(own, CONFIG, DType.FLOAT32);
      var wave = wave(1, 20L * CONFIG.hop());
      var plain = other.encode(wave);
      other.standardizeBy(plain);
      var latents = other.encode(wave);
      assertThat((double) latents.mean().item()).isCloseTo(0, within(1e-4));
      assertThat((double) latents.pow(2).mean().item()).isCloseTo(1, within(1e-3));
      assertThat(Golden.distance(other.destandardize(latents), plain)).isLessThan(ROUNDING);
    }
  }

  @Test
  void aWaveIsFilledUpWithItsMirrorImage() {
    try (var _ = Scope.open()) {
      var wave = Ops.tensor(1, 2, 3).unsqueeze(0);
      var mirrored = Ops.tensor(1, 2, 3, 2, 1, 2, 3, 2).unsqueeze(0);
      assertThat(Wave.mirrored(wave, 8).sameAs(mirrored)).isTrue();
    }
  }

  @Test
  void aUnitNormalHasNoDivergence() {
    try (var _ = Scope.open()) {
      double scale = Math.log(Math.exp(1 - 1e-4) - 1);
      var normal = new Posterior(Ops.zeros(1, 2, 3), Ops.full(DType.FLOAT32, scale, 1, 2, 3));
      assertThat((double) normal.deviation().mean().item()).isCloseTo(1, within(1e-5));
      assertThat((double) normal.divergence().item()).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void thePublicLayoutEncodesWithTwentySevenMillionParameters() {
    try (var counted =
        Params.frozen((_, _, shape) -> Ops.empty(DType.FLOAT32, new Device("meta"), shape))) {
      new AudioCodec(counted, AudioCodecConfig.DAC_48K, DType.FLOAT32);
      long encoding =
          counted.asMap().entrySet().stream()
              .filter(entry -> entry.getKey().matches("(encoder|moments)\\..*"))
              .mapToLong(entry -> entry.getValue().count())
              .sum();
      assertThat(encoding / 1e6).isBetween(27.0, 28.0);
    }
  }

  @Test
  void namesTheLengthsThatItTakes() {
    try (var _ = Scope.open()) {
      assertThatThrownBy(() -> codec.posterior(wave(1, 1000)))
          .hasMessage("A wave has shape [1, 1000], expected (b t) with a multiple of 1920 samples");
      assertThatThrownBy(() -> codec.decode(Ops.zeros(1, 2, 8), 4000))
          .hasMessage("4000 samples of 2 latents, expected 1 to 3840");
    }
  }

  private static Tensor wave(long batch, long samples) {
    return Ops.randn(batch, samples).mul(0.3);
  }
}
