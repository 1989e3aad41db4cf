package moviegen.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import moviegen.flow.Velocity;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Overlapping windows over a soundtrack of any length. All go together through the steps, and where
 * they overlap their velocities are mixed by triangles (multi-diffusion with a Bartlett window;
 * paper, section 6.1).
 *
 * @param length latents of a window
 * @param overlap latents that neighbors share
 */
public record SoundWindows(long length, long overlap) {
  /** Half a minute, of which neighbors share five seconds. */
  public static final SoundWindows PAPER = new SoundWindows(750, 125);

  public SoundWindows {
    if (overlap < 0 || length <= overlap) {
      throw new IllegalArgumentException(
          "Windows of %d latents share %d, expected 0 to %d"
              .formatted(length, overlap, length - 1));
    }
  }

  /** A window: its first latent, and how many it has. */
  public record Window(long start, long length) {}

  /**
   * The windows over {@code latents}, all of one length; the last shares more with its neighbor.
   */
  public List<Window> over(long latents) {
    if (latents < 1) {
      throw new IllegalArgumentException("%d latents, expected 1 or more".formatted(latents));
    }
    List<Window> windows = new ArrayList<>();
    long start = 0;
    while (start + length < latents) {
      windows.add(new Window(start, length));
      start += length - overlap;
    }
    long last = Math.max(0, latents - length);
    windows.add(new Window(last, Math.min(length, latents)));
    return windows;
  }

  /**
   * The velocity of a whole soundtrack, one window computed after the other.
   *
   * @param latents of the whole
   * @param under the velocity of a window, under what is seen and said in it
   */
  public Velocity over(long latents, Function<Window, Velocity> under) {
    var windows = over(latents);
    if (windows.size() == 1) {
      return under.apply(windows.getFirst());
    }
    return (x, time) -> {
      var sum = x.mul(0);
      var weights = Ops.zeros(1, latents, 1).to(x.dtype());
      for (var window : windows) {
        try (var _ = Scope.open()) {
          var part = x.narrow(1, window.start, window.length);
          var triangle = triangle(window.length).to(x.dtype());
          var velocity = under.apply(window).at(part, time).mul(triangle);
          sum.narrow(1, window.start, window.length).add_(velocity);
          weights.narrow(1, window.start, window.length).add_(triangle);
        }
      }
      return sum.div(weights);
    };
  }

  /** Rises to the middle and falls, nowhere zero: (1 n 1). */
  private static Tensor triangle(long length) {
    double middle = (length - 1) / 2.0;
    return Ops.arange(length)
        .to(DType.FLOAT32)
        .add(-middle)
        .abs()
        .neg()
        .add(middle + 1)
        .mul(1 / (middle + 1))
        .reshape(1, -1, 1);
  }
}
