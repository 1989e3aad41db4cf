package moviegen.dataset;

import moviegen.media.Frames;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Pictures to tensors and back: bytes from 0 to 255 are numbers from -1 to 1. */
public final class FilmTensor {
  private FilmTensor() {}

  /** (t h w 3), float32. */
  public static Tensor of(Frames frames) {
    return Scope.tidy(
        () -> {
          var bytes =
              HostMemory.tensor(
                  frames.pixels().duplicate().clear(),
                  DType.UINT8,
                  frames.count(),
                  frames.height(),
                  frames.width(),
                  3);
          return bytes.to(DType.FLOAT32).mul(2 / 255.0).add(-1);
        });
  }

  /** From (t h w 3), rounded and clamped. */
  public static Frames frames(Tensor film, double fps) {
    try (var _ = Scope.open()) {
      int t = (int) film.size(0);
      int h = (int) film.size(1);
      int w = (int) film.size(2);
      var bytes = film.add(1).mul(255 / 2.0).add(0.5).clamp(0, 255).to(DType.UINT8);
      var frames = Frames.black(t, h, w, fps);
      HostMemory.read(bytes, pixels -> frames.pixels().duplicate().put(pixels));
      return frames;
    }
  }
}
