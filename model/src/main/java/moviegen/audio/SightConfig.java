package moviegen.audio;

/**
 * What is kept of a film frame that the image tower has looked at.
 *
 * @param embedding width of the tower's embedding of the whole frame, the paper's pooled form
 * @param grid places along a side of the small grid, 0 for the pooled form alone
 * @param channels kept of the patch tokens of a place
 * @param sites along a side of the map of where the subject is, 0 where it is not looked for
 */
public record SightConfig(int embedding, int grid, int channels, int sites) {
  private static final int GRID = 4;
  private static final int CHANNELS = 24;

  public SightConfig {
    if (embedding < 1 || grid < 0 || channels < 0 || sites < 0) {
      throw new IllegalArgumentException(
          "Embedding %d, grid %d, channels %d, sites %d, expected 0 or more and an embedding"
              .formatted(embedding, grid, channels, sites));
    }
  }

  /** The whole frame, a grid of four by four places, and where the subject is. */
  public static SightConfig of(int embedding, int patches) {
    return new SightConfig(embedding, Math.min(GRID, patches), CHANNELS, patches);
  }

  /** The paper's form, which does not see where anything is. */
  public static SightConfig pooled(int embedding) {
    return new SightConfig(embedding, 0, 0, 0);
  }

  /** Values of a frame that say where things are. */
  int placed() {
    return grid * grid * channels + sites * sites;
  }

  /** Values of a frame as it is kept. */
  public int kept() {
    return embedding + placed();
  }

  /** Values of a frame with what has changed since the one before. */
  public int width() {
    return embedding + 2 * placed();
  }
}
