package moviegen.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word closest to a mistyped one, by edit distance with transpositions (Damerau). */
final class Nearest {
  private Nearest() {}

  static Optional<String> to(String typed, Collection<String> known) {
    int most = Math.max(1, typed.length() / 3);
    return known.stream()
        .filter(word -> word.startsWith("--") == typed.startsWith("--"))
        .filter(word -> distance(typed, word) <= most)
        .min(Comparator.comparingInt((String word) -> distance(typed, word)).thenComparing(w -> w));
  }

  static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 ? j : j == 0 ? i : cheapest(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cheapest(int[][] rows, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1);
    best = Math.min(best, rows[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
