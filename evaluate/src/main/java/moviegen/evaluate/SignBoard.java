package moviegen.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A light rectangle with dark marks inside, as signs are, in pixels.
 *
 * @param left its first column
 * @param top its first row
 * @param width its columns
 * @param height its rows
 */
record SignBoard(int left, int top, int width, int height) {
  /*
   * At every level of brightness the connected pixels above it are a candidate. A board's span from
   * its first to its last pixel of a row fills its box, and some of what is spanned is dark.
   */
  private static final int DARKEST = 90;
  private static final int BRIGHTEST = 240;
  private static final int LEVELS = 12;
  private static final double LOWEST = 0.1;
  private static final double HIGHEST = 0.3;
  private static final double FULL = 0.9;
  private static final double FEWEST_MARKS = 0.06;
  private static final double MOST_MARKS = 0.6;

  /** All rectangles of a picture that could be signs. */
  static List<SignBoard> find(Luma picture) {
    var boards = new ArrayList<SignBoard>();
    for (int level = DARKEST; level <= BRIGHTEST; level += LEVELS) {
      var free = new BitSet();
      for (int i = 0; i < picture.values().length; i++) {
        free.set(i, picture.values()[i] > level);
      }
      for (var patch : Patch.of(free, picture.width(), picture.height())) {
        var board = new SignBoard(patch.left(), patch.top(), patch.width(), patch.height());
        if (board.fits(picture) && isMarkedRectangle(patch) && !boards.contains(board)) {
          boards.add(board);
        }
      }
    }
    return boards;
  }

  private boolean fits(Luma picture) {
    double unit = Math.sqrt((double) picture.width() * picture.height());
    return height > LOWEST * unit && height < HIGHEST * unit && width > 0.6 * height;
  }

  private static boolean isMarkedRectangle(Patch patch) {
    int spanned = 0;
    for (int y = patch.top(); y < patch.top() + patch.height(); y++) {
      int first = patch.pixels().nextSetBit(y * patch.columns() + patch.left());
      int last =
          patch.pixels().previousSetBit(y * patch.columns() + patch.left() + patch.width() - 1);
      spanned += Math.max(0, last - first + 1);
    }
    double full = (double) spanned / (patch.width() * patch.height());
    double marks = 1 - (double) patch.area() / spanned;
    return full > FULL && marks > FEWEST_MARKS && marks < MOST_MARKS;
  }
}
