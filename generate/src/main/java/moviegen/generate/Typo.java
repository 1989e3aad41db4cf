package moviegen.generate;

import java.util.stream.Collectors;

/** Whether one word is another with a slip of the fingers. */
final class Typo {
  private Typo() {}

  /**
   * One slip in a word of four letters, two in one of seven; in three, letters in another order.
   */
  static boolean likely(String typed, String meant) {
    int shorter = Math.min(typed.length(), meant.length());
    if (typed.length() == 3 && meant.length() == 3) {
      return slips(typed, meant) == 1 && sorted(typed).equals(sorted(meant));
    }
    int allowed = shorter < 4 ? 0 : shorter < 7 ? 1 : 2;
    return slips(typed, meant) <= allowed;
  }

  private static String sorted(String word) {
    return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }

  /** Letters added, left out or changed, and neighbors swapped (Damerau's distance). */
  static int slips(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
