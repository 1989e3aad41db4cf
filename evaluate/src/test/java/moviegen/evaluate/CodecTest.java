package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.media.Fidelity;
import moviegen.media.Frames;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.world.Renderer;
import org.junit.jupiter.api.Test;

class CodecTest {
  private final Frames film =
      Renderer.render(Footage.scenes().findFirst().orElseThrow(), Footage.shot(0, 16));

  @Test
  void latentTakesHalfABitAPixel() {
    try (var params = Params.random()) {
      var codec =
          new AutoencoderCodec(new Autoencoder(params, AutoencoderConfig.MINIATURE, DType.FLOAT32));
      var copy = codec.copy(film);
      assertThat(copy.bitsPerPixel()).isEqualTo(0.5);
      assertThat(codec.copy(film.only(0)).bitsPerPixel()).isEqualTo(4);
      assertThat(copy.frames().count()).isEqualTo(film.count());
    }
  }

  @Test
  void descentShowsMoreThanTheEncoderLets() {
    try (var params = Params.random()) {
      var autoencoder = new Autoencoder(params, AutoencoderConfig.MINIATURE, DType.FLOAT32);
      var encoded = new AutoencoderCodec(autoencoder).copy(film);
      var moved = new DescentCodec(autoencoder, 10).copy(film);
      assertThat(moved.bits()).isEqualTo(encoded.bits());
      assertThat(Fidelity.psnr(film, moved.frames()))
          .isGreaterThan(Fidelity.psnr(film, encoded.frames()) + 0.1);
    }
  }

  @Test
  void codedVideoKeepsWithinItsBudgetAndIsTheBetterTheMoreItMayTake() {
    long pixels = 16L * film.width() * film.height();
    var small = new CodedVideo(_ -> pixels / 8).copy(film);
    var large = new CodedVideo(_ -> pixels).copy(film);
    assertThat(small.bitsPerPixel()).isLessThanOrEqualTo(1 / 8.0);
    assertThat(large.bitsPerPixel()).isLessThanOrEqualTo(1);
    assertThat(Fidelity.psnr(film, large.frames()))
        .isGreaterThan(Fidelity.psnr(film, small.frames()));
  }

  @Test
  void bicubicKeepsOnePixelOf64() {
    assertThat(Codec.BICUBIC.copy(film).bitsPerPixel()).isEqualTo(24 / 64.0);
  }
}
