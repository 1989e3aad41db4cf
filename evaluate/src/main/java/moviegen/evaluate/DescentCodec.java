package moviegen.evaluate;

import moviegen.autoencoder.Autoencoder;
import moviegen.generate.Pixels;
import moviegen.media.Frames;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * A film as the latents that its decoder shows it best from, as far as descent finds them: what the
 * encoder could reach at most without the decoder being another one. Each step is one of Adam
 * (Kingma and Ba 2015) on the mean squared error of colors, at a rate that falls to zero.
 *
 * @param steps how often latents are moved
 */
record DescentCodec(Autoencoder autoencoder, int steps) implements Codec {
  private static final double RATE = 0.02;
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.99;

  @Override
  public Copy copy(Frames film) {
    try (var _ = Scope.open()) {
      var pixels = Pixels.tensor(film);
      var latent = encoded(pixels).requiresGrad();
      var mean = Ops.zeros(latent.shape());
      var square = Ops.zeros(latent.shape());
      for (int step = 1; step <= steps; step++) {
        try (var _ = Scope.open()) {
          var error = autoencoder.decode(latent, film.count()).sub(pixels);
          error.mul(error).mean().backward();
          move(latent, mean, square, step);
        }
      }
      try (var _ = Native.noGrad()) {
        var decoded = autoencoder.decode(latent, film.count());
        return new Copy(
            Pixels.frames(decoded, film.fps()), new AutoencoderCodec(autoencoder).bits(film));
      }
    }
  }

  private Tensor encoded(Tensor pixels) {
    try (var _ = Native.noGrad()) {
      return autoencoder.encode(pixels).copy();
    }
  }

  private void move(Tensor latent, Tensor mean, Tensor square, int step) {
    try (var _ = Native.noGrad()) {
      var grad = latent.grad();
      mean.lerp_(grad, 1 - FIRST);
      square.mul_(SECOND).addcmul_(grad, grad, 1 - SECOND);
      var spread = square.mul(1 / (1 - Math.pow(SECOND, step))).sqrt_().add_(1e-12);
      double rate = RATE * (1 - (step - 1.0) / steps);
      latent.addcdiv_(mean, spread, -rate / (1 - Math.pow(FIRST, step)));
      grad.zero_();
    }
  }
}
