package moviegen.evaluate;

import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.generate.Pixels;
import moviegen.media.Frames;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;

/** A film as its latents, which are not coded further: 16 bits a channel of a site. */
record AutoencoderCodec(Autoencoder autoencoder) implements Codec {
  @Override
  public Copy copy(Frames film) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var latent = autoencoder.encode(Pixels.tensor(film));
      var decoded = autoencoder.decode(latent, film.count());
      return new Copy(Pixels.frames(decoded, film.fps()), bits(film));
    }
  }

  long bits(Frames film) {
    long sites =
        (long) AutoencoderConfig.latentFrames(film.count())
            * (film.height() / AutoencoderConfig.FACTOR)
            * (film.width() / AutoencoderConfig.FACTOR);
    return sites * autoencoder.config().latentChannels() * DType.BFLOAT16.bytes() * Byte.SIZE;
  }
}
