package moviegen.cli;

import java.util.List;
import moviegen.media.Frames;

/** Many films on one picture: a grid of their middle frames, in reading order. */
final class Grid {
  private static final int GAP = 4;

  private Grid() {}

  /**
   * Lays out films of one size.
   *
   * @return a picture as near to a square as whole rows allow
   */
  static Frames of(List<Frames> films) {
    var first = films.getFirst();
    int columns = (int) Math.ceil(Math.sqrt(films.size()));
    int rows = Math.ceilDiv(films.size(), columns);
    int height = rows * first.height() + (rows - 1) * GAP;
    int width = columns * first.width() + (columns - 1) * GAP;
    var sheet = Frames.black(1, height, width, 1);
    for (int i = 0; i < films.size(); i++) {
      int top = i / columns * (first.height() + GAP);
      int left = i % columns * (first.width() + GAP);
      place(films.get(i), sheet, top, left);
    }
    return sheet;
  }

  private static void place(Frames film, Frames sheet, int top, int left) {
    var source = film.frame(film.count() / 2);
    for (int y = 0; y < film.height(); y++) {
      int to = ((top + y) * sheet.width() + left) * 3;
      sheet.pixels().put(to, source, y * film.width() * 3, film.width() * 3);
    }
  }
}
