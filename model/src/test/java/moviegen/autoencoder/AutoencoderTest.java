package moviegen.autoencoder;

import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoencoderTest {
  private final Params params = Params.random();
  private final Autoencoder autoencoder =
      new Autoencoder(params, AutoencoderConfig.MINIATURE, DType.FLOAT32);

  @AfterEach
  void free() {
    params.close();
  }

  @ParameterizedTest(name = "{0} frames of {1}x{2}")
  @CsvSource({"1,16,16", "7,32,16", "8,16,48", "33,16,16", "64,16,24"})
  void keepsLengthAndSize(int frames, int height, int width) {
    try (var _ = Scope.open()) {
      var film = Ops.randn(2, frames, height, width, 3);
      var latent = autoencoder.encode(film);
      int t = AutoencoderConfig.latentFrames(frames);
      assertThat(latent).hasShape(2, t, height / 8, width / 8, 16);
      assertThat(latent).hasShape(autoencoder.config().latents(film.shape()));
      assertThat(autoencoder.decode(latent, frames)).hasShape(2, frames, height, width, 3);
    }
  }

  @Test
  void anImageIsAStillFilm() {
    try (var _ = Scope.open()) {
      var image = Ops.randn(1, 1, 16, 16, 3);
      var still = image.expand(1, 8, 16, 16, 3);
      assertThat(autoencoder.encode(image)).isCloseTo(autoencoder.encode(still), 1e-5);
    }
  }

  @Test
  void eachFilmOfABatchIsByItself() {
    try (var _ = Scope.open()) {
      var films = Ops.randn(3, 8, 16, 16, 3);
      var together = autoencoder.encode(films);
      var alone = autoencoder.encode(films.narrow(0, 1, 1));
      assertThat(together.narrow(0, 1, 1)).isCloseTo(alone, 1e-5);
    }
  }

  @Test
  void saysWhichFilmsItTakes() {
    try (var _ = Scope.open()) {
      assertThatThrownBy(() -> autoencoder.encode(Ops.randn(1, 8, 15, 16, 3)))
          .hasMessageContaining("sides of multiples of 8, got [1, 8, 15, 16, 3]");
    }
  }

  @Test
  void oneNumberOfBlocksCountsForEveryLevel() throws IOException {
    var json =
        "{\"latentChannels\":4,\"widths\":[8,9,10],\"encoderBlocks\":2,\"decoderBlocks\":[3,6,5]}";
    Assertions.assertThat(new JsonMapper().readValue(json, AutoencoderConfig.class))
        .isEqualTo(new AutoencoderConfig(4, List.of(8, 9, 10), List.of(2, 2, 2), List.of(3, 6, 5)));
  }

  @Test
  void siteFarFromTheRestIsPenalized() {
    try (var _ = Scope.open()) {
      var calm = Ops.zeros(1, 1, 8, 8, 4);
      var spot = calm.copy();
      spot.select(2, 3).select(2, 3).add_(Ops.ones(4));
      var quiet = new Posterior(calm, calm).outlierPenalty(3);
      var loud = new Posterior(spot, calm).outlierPenalty(3);
      Assertions.assertThat(quiet.item()).isZero();
      Assertions.assertThat(loud.item()).isPositive();
    }
  }
}
