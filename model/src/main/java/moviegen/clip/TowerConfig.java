package moviegen.clip;

/**
 * The transformer inside a tower.
 *
 * @param hidden width inside the feed-forward
 */
public record TowerConfig(int width, int depth, int heads, int hidden) {
  public TowerConfig {
    if (heads < 1 || width < 1 || width % heads != 0) {
      throw new IllegalArgumentException(
          "width is %d, expected a multiple of the %d heads".formatted(width, heads));
    }
    if (depth < 1 || hidden < 1) {
      throw new IllegalArgumentException(
          "depth is %d and hidden is %d, expected at least 1".formatted(depth, hidden));
    }
  }

  /** A transformer whose feed-forward is four times as wide. */
  public static TowerConfig of(int width, int depth, int heads) {
    return new TowerConfig(width, depth, heads, 4 * width);
  }
}
