package moviegen.generate;

import moviegen.media.Frames;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** The door between tensors and {@link Frames}. */
public final class Pixels {
  private Pixels() {}

  /**
   * A film's colors.
   *
   * @return (1 t h w 3), from -1 to 1
   */
  public static Tensor tensor(Frames film) {
    return Scope.tidy(
        () ->
            HostMemory.tensor(
                    film.pixels().duplicate().clear(),
                    DType.UINT8,
                    1,
                    film.count(),
                    film.height(),
                    film.width(),
                    3)
                .to(DType.FLOAT32)
                .mul(2 / 255.0)
                .add(-1));
  }

  /**
   * Copies colors into a film, rounded to the nearest of 256 values.
   *
   * @param film (1 t h w c), colors from -1 to 1
   */
  public static Frames frames(Tensor film, double fps) {
    var frames = Frames.black((int) film.size(1), (int) film.size(2), (int) film.size(3), fps);
    put(frames, 0, film);
    return frames;
  }

  /**
   * Copies colors into some frames of a film.
   *
   * @param first the frame that the piece begins with
   * @param piece (1 t h w c), colors from -1 to 1
   */
  static void put(Frames film, int first, Tensor piece) {
    int at = first * film.height() * film.width() * 3;
    var bytes = piece.to(DType.FLOAT32).add(1).mul(127.5).add(0.5).clamp(0, 255).to(DType.UINT8);
    HostMemory.read(bytes, pixels -> film.pixels().put(at, pixels, 0, pixels.remaining()));
  }
}
