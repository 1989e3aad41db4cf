package moviegen.transformer;

import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/**
 * A learned vector for every place in time, in height and in width, summed; any size, aspect and
 * length is made of the same tables (paper, section 3.1.3).
 */
record Positions(Tensor time, Tensor height, Tensor width) {
  private static final Init SMALL = Init.normal(0.02);

  Positions(Params params, TokenGrid places, int channels) {
    this(
        params.get("time", SMALL, places.time(), channels),
        params.get("height", SMALL, places.height(), channels),
        params.get("width", SMALL, places.width(), channels));
  }

  /**
   * @return (n c)
   */
  Tensor of(TokenGrid grid) {
    var places = new TokenGrid((int) time.size(0), (int) height.size(0), (int) width.size(0));
    if (!grid.fits(places)) {
      throw new IllegalArgumentException(
          "The film has %s, the model has places for %s".formatted(say(grid), say(places)));
    }
    long c = time.size(1);
    var t = time.narrow(0, 0, grid.time()).reshape(grid.time(), 1, 1, c);
    var h = height.narrow(0, 0, grid.height()).reshape(1, grid.height(), 1, c);
    var w = width.narrow(0, 0, grid.width()).reshape(1, 1, grid.width(), c);
    return t.add(h.add(w)).reshape(grid.tokens(), c);
  }

  private static String say(TokenGrid grid) {
    return "%d × %d × %d tokens in time, height and width"
        .formatted(grid.time(), grid.height(), grid.width());
  }
}
