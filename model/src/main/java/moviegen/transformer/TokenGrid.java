package moviegen.transformer;

import moviegen.tensor.Tensor;

/** How many tokens lie along time, height and width. */
public record TokenGrid(int time, int height, int width) {
  /** Latent pixels along the height and the width of a token; in time it is one. */
  public static final int PATCH = 2;

  public TokenGrid {
    if (time < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "A grid of %d × %d × %d tokens, expected at least 1 each".formatted(time, height, width));
    }
  }

  /** The grid of {@code latents} (b c t h w). */
  public static TokenGrid of(Tensor latents) {
    if (latents.rank() != 5 || latents.size(3) % PATCH != 0 || latents.size(4) % PATCH != 0) {
      throw new IllegalArgumentException(
          "Latents have shape %s, expected (b c t h w) with even height and width"
              .formatted(java.util.Arrays.toString(latents.shape())));
    }
    return new TokenGrid(
        (int) latents.size(2), (int) latents.size(3) / PATCH, (int) latents.size(4) / PATCH);
  }

  public long tokens() {
    return (long) time * height * width;
  }

  TokenGrid atLeast(TokenGrid other) {
    return new TokenGrid(
        Math.max(time, other.time), Math.max(height, other.height), Math.max(width, other.width));
  }

  boolean fits(TokenGrid places) {
    return time <= places.time && height <= places.height && width <= places.width;
  }
}
