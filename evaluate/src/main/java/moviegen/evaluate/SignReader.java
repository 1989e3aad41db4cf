package moviegen.evaluate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moviegen.world.Letters;

/** The letters on a board: each place compared with all letters, over all pictures of a film. */
final class SignReader {
  /*
   * A board's height tells the letters' size and its width their number; where exactly they begin
   * is tried in steps of half a pixel. Likenesses of pictures that agree on the number are added.
   */
  private static final double BOARD = 0.177;
  private static final double LETTER = 0.12;
  private static final double MARGIN = 0.062;
  private static final int MOST_LETTERS = 5;
  private static final double OFF = 0.35;

  /** The mean likeness of letters below which a board says nothing. */
  private static final double LEGIBLE = 0.62;

  /** Letters that have to be seen in all pictures together. */
  private static final int SEEN = 4;

  /** Likeness of every letter at every place of a word, the sum of some pictures. */
  private record Line(double[][] likeness, int pictures) {
    /** The mean of the best at each place. */
    double score() {
      double sum = 0;
      for (double[] place : likeness) {
        sum += place[best(place)] / likeness.length;
      }
      return sum;
    }

    Line plus(Line other) {
      var sum = new double[likeness.length][LetterShapes.COUNT];
      for (int i = 0; i < sum.length; i++) {
        for (int k = 0; k < LetterShapes.COUNT; k++) {
          sum[i][k] = likeness[i][k] + other.likeness[i][k];
        }
      }
      return new Line(sum, pictures + other.pictures);
    }

    String word() {
      var word = new StringBuilder();
      for (double[] place : likeness) {
        word.append((char) ('A' + best(place)));
      }
      return word.toString();
    }
  }

  private SignReader() {}

  /** What a film's sign says, if it has one that can be read. */
  static Optional<String> read(List<Luma> pictures) {
    Map<Integer, Line> byLength = new HashMap<>();
    for (var picture : pictures) {
      SignBoard.find(picture).stream()
          .flatMap(board -> line(picture, board).stream())
          .filter(line -> line.score() > LEGIBLE)
          .max(Comparator.comparingDouble(Line::score))
          .ifPresent(line -> byLength.merge(line.likeness.length, line, Line::plus));
    }
    return byLength.values().stream()
        .filter(line -> line.pictures * line.likeness.length >= Math.min(SEEN, pictures.size()))
        .max(Comparator.comparingDouble(Line::score))
        .map(Line::word);
  }

  private static Optional<Line> line(Luma picture, SignBoard board) {
    double unit = board.height() / BOARD;
    double strokes = (board.width() / unit - MARGIN) / LETTER * 100;
    double exact = (strokes + 30) / Letters.ADVANCE;
    int count = (int) Math.round(exact);
    if (count < 1 || count > MOST_LETTERS || Math.abs(exact - count) > OFF) {
      return Optional.empty();
    }
    double middleX = board.left() + board.width() / 2.0;
    double middleY = board.top() + board.height() / 2.0;
    Optional<Line> best = Optional.empty();
    for (int i = 0; i < 27; i++) {
      double high = LETTER * unit * (0.95 + 0.05 * (i % 3));
      double x = middleX + 0.6 * (i / 3 % 3 - 1);
      double y = middleY + 0.6 * (i / 9 - 1);
      var line = line(picture, count, x, y, high);
      if (best.isEmpty() || line.score() > best.get().score()) {
        best = Optional.of(line);
      }
    }
    return best;
  }

  private static Line line(Luma picture, int count, double x, double y, double high) {
    double step = Letters.ADVANCE * high / 100;
    double left = x - (count * step - 0.3 * high) / 2;
    var likeness = new double[count][];
    for (int i = 0; i < count; i++) {
      likeness[i] = LetterShapes.likeness(picture, left + i * step, y - high / 2, high);
    }
    return new Line(likeness, 1);
  }

  private static int best(double[] place) {
    int best = 0;
    for (int i = 1; i < place.length; i++) {
      best = place[i] > place[best] ? i : best;
    }
    return best;
  }
}
