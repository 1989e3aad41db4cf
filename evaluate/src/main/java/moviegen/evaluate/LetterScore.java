package moviegen.evaluate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import moviegen.generate.Cast;
import moviegen.generate.WritingTower;

/** How many signs the character-level tower writes as it has read them (paper §3.1.4). */
public final class LetterScore {
  private static final int AT_ONCE = 100;
  private static final int LONGEST = 5;
  private static final long SEED = 0x5165;

  private LetterScore() {}

  /**
   * Measures a cast's tower on {@code count} signs of one to five random letters.
   *
   * @param command what to type to find it again
   */
  public static Report of(Cast cast, int count, String command, CountListener listener) {
    var random = new SplittableRandom(SEED);
    var signs = IntStream.range(0, count).mapToObj(_ -> sign(random)).toList();
    var lengths = new Shares();
    var right = new Tally();
    try (var tower = WritingTower.ofQuotes(cast)) {
      for (int start = 0; start < count; start += AT_ONCE) {
        var some = signs.subList(start, Math.min(start + AT_ONCE, count));
        var written = tower.write(some);
        for (int i = 0; i < some.size(); i++) {
          boolean same = written.get(i).equals(some.get(i));
          lengths.add(Integer.toString(some.get(i).length()), same);
          right.add("signs", same ? 1 : 0);
        }
        listener.onCount(start + some.size(), count);
      }
    }
    var mean = right.row("signs");
    var rows = List.of(mean, Row.of("signs/by length", lengths.macroAverage()));
    return new Report("bytes", count, command, rows, mean.score().value());
  }

  private static String sign(SplittableRandom random) {
    int length = random.nextInt(1, LONGEST + 1);
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt('A', 'Z' + 1));
    }
    return text.toString();
  }
}
