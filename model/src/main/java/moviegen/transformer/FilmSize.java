package moviegen.transformer;

/** Size and number of a film's frames, and what the autoencoder makes of them (8 × 8 × 8). */
public record FilmSize(int width, int height, int frames) {
  private static final int SQUEEZE = 8;

  public FilmSize {
    int side = SQUEEZE * TokenGrid.PATCH;
    if (width < side || height < side || width % side != 0 || height % side != 0 || frames < 1) {
      throw new IllegalArgumentException(
          "A film of %d × %d with %d frames, expected sides that are multiples of %d and a frame"
              .formatted(width, height, frames, side));
    }
  }

  TokenGrid tokens() {
    int side = SQUEEZE * TokenGrid.PATCH;
    return new TokenGrid((frames + SQUEEZE - 1) / SQUEEZE, height / side, width / side);
  }

  long[] latents(int batch, TransformerConfig config) {
    var grid = tokens();
    return new long[] {
      batch,
      config.latentChannels() + config.extraChannels(),
      grid.time(),
      (long) TokenGrid.PATCH * grid.height(),
      (long) TokenGrid.PATCH * grid.width()
    };
  }
}
