package moviegen.media;

import java.util.List;

/** Films laid out on one picture: a film is a row, time goes to the right. */
public final class Sheet {
  private static final int GAP = 4;
  private static final byte PAPER = (byte) 255;

  private Sheet() {}

  /** Evenly spaced frames of one film in a row, the first and the last among them. */
  public static Frames row(Frames film, int columns) {
    return rows(List.of(film), columns);
  }

  /**
   * Films of one size under each other.
   *
   * @return one frame, (1 h w c) with gaps of white
   */
  public static Frames rows(List<Frames> films, int columns) {
    if (films.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(
          "A sheet needs at least one film and one column, got %d and %d."
              .formatted(films.size(), columns));
    }
    var height = films.getFirst().height();
    var width = films.getFirst().width();
    var sheet =
        Frames.black(1, films.size() * (height + GAP) - GAP, columns * (width + GAP) - GAP, 1);
    for (var i = 0; i < sheet.pixels().capacity(); i++) {
      sheet.pixels().put(i, PAPER);
    }
    for (var row = 0; row < films.size(); row++) {
      var film = films.get(row);
      if (film.height() != height || film.width() != width) {
        throw new IllegalArgumentException(
            "A sheet's films have one size, got %dx%d and %dx%d."
                .formatted(width, height, film.width(), film.height()));
      }
      for (var column = 0; column < columns; column++) {
        place(film, instant(film, column, columns), sheet, row, column);
      }
    }
    return sheet;
  }

  private static int instant(Frames film, int column, int columns) {
    return columns == 1
        ? film.count() / 2
        : (int) Math.round((film.count() - 1.0) * column / (columns - 1));
  }

  private static void place(Frames film, int instant, Frames sheet, int row, int column) {
    var source = film.frame(instant);
    var left = column * (film.width() + GAP);
    for (var y = 0; y < film.height(); y++) {
      var top = row * (film.height() + GAP) + y;
      sheet
          .pixels()
          .put((top * sheet.width() + left) * 3, source, y * film.width() * 3, film.width() * 3);
    }
  }
}
