package moviegen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class T5EncoderTest {
  private static final T5Config CONFIG = T5Config.miniature(40);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTextInABatchIsATextAlone(long seed) {
    Ops.manualSeed(seed);
    try (var _ = Scope.open();
        var params = Params.random()) {
      var tower = new T5Encoder(params, CONFIG);
      var both = TokenBatch.of(List.of(new int[] {1, 2, 3, 4, 5, 6, 7}, new int[] {8, 9, 10}));
      var one = TokenBatch.of(List.of(new int[] {8, 9, 10}));
      var features = tower.encode(both.ids(), both.mask()).features();

      Golden.assertAgree(
          features.narrow(0, 1, 1).narrow(1, 0, 3), tower.encode(one.ids(), one.mask()).features());
      assertThat(features.narrow(0, 1, 1).narrow(1, 3, 4).abs().max().item()).isZero();
    }
  }

  @Test
  void aTextWithoutTokensHasNoNumbersThatAreNone() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var batch = TokenBatch.of(List.of(new int[0], new int[] {3}));
      var features = new T5Encoder(params, CONFIG).encode(batch.ids(), batch.mask()).features();

      assertThat(features.narrow(0, 0, 1).abs().max().item()).isZero();
    }
  }

  @Test
  void halfTheBitsSayNearlyTheSame() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var batch = TokenBatch.of(List.of(new int[] {1, 2, 3, 4, 5}));
      var source =
          Params.frozen((name, _, _) -> Objects.requireNonNull(params.asMap().get(name)).copy());
      var exact = new T5Encoder(params, CONFIG).encode(batch.ids(), batch.mask()).features();
      var rounded = new T5Encoder(source, CONFIG, DType.BFLOAT16).encode(batch.ids(), batch.mask());

      assertThat(rounded.features().dtype()).isEqualTo(DType.BFLOAT16);
      assertThat(Golden.distance(rounded.features().to(DType.FLOAT32), exact)).isLessThan(0.03);
      source.close();
    }
  }

  @Test
  void nearDistancesHaveBucketsOfTheirOwn() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var both = new RelativePositions(params.at("a"), T5Config.UL2, true);
      var back = new RelativePositions(params.at("b"), T5Config.UL2, false);

      assertThat(List.of(both.bucket(0), both.bucket(-7), both.bucket(7)))
          .containsExactly(0, 7, 23);
      assertThat(List.of(both.bucket(-8), both.bucket(-16), both.bucket(-128), both.bucket(-999)))
          .containsExactly(8, 10, 15, 15);
      assertThat(List.of(back.bucket(5), back.bucket(-15), back.bucket(-16), back.bucket(-999)))
          .containsExactly(0, 15, 16, 31);
    }
  }
}
