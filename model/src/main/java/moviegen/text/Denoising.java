package moviegen.text;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * UL2's mixture of denoisers over token ids (UL2, section 3.1): a text is spoiled and the missing
 * is to be written. One example in eight has short spans missing (R), another one much (X); the
 * others are sequential (S), and there the text to write may be another one of the same scene.
 *
 * <p>The ids behind the words are the denoisers' own: the end, a mark for R and for X, and the
 * sentinels that stand for missing spans.
 */
public final class Denoising {
  private static final int SENTINELS = 32;
  private static final double SEQUENTIAL = 0.75;
  private static final double PREFIX = 0.75;

  /** How much of a text is missing, and in spans of what mean length. */
  record Spoiling(double share, double span) {}

  private static final List<Spoiling> REGULAR =
      List.of(new Spoiling(0.15, 3), new Spoiling(0.15, 8));
  private static final List<Spoiling> EXTREME =
      List.of(
          new Spoiling(0.5, 3),
          new Spoiling(0.5, 8),
          new Spoiling(0.15, 64),
          new Spoiling(0.5, 64));

  private final int words;

  /** A mixture over texts whose ids are below {@code words}. */
  public Denoising(int words) {
    this.words = words;
  }

  /** Number of ids with the denoisers' own. */
  public int vocabulary() {
    return sentinel(SENTINELS);
  }

  /** What every text to write ends in. */
  public int end() {
    return words;
  }

  int regularMark() {
    return words + 1;
  }

  int extremeMark() {
    return words + 2;
  }

  int sentinel(int span) {
    return words + 3 + span;
  }

  /** An example by one of the three denoisers; {@code other} says the same in other words. */
  public DenoisingExample draw(int[] text, int[] other, RandomGenerator random) {
    double which = random.nextDouble();
    if (which < SEQUENTIAL || text.length < 2) {
      return rewrite(text, other);
    }
    return which < (1 + SEQUENTIAL) / 2 ? regular(text, random) : extreme(text, random);
  }

  /** Short spans are missing. */
  public DenoisingExample regular(int[] text, RandomGenerator random) {
    return spoil(text, regularMark(), REGULAR.get(random.nextInt(REGULAR.size())), random);
  }

  /** Long spans or half of the text are missing. */
  public DenoisingExample extreme(int[] text, RandomGenerator random) {
    return spoil(text, extremeMark(), EXTREME.get(random.nextInt(EXTREME.size())), random);
  }

  /** The last quarter is missing. */
  public DenoisingExample sequential(int[] text) {
    int kept = (int) Math.ceil(PREFIX * text.length);
    var input = new Ids(kept).add(text, 0, kept);
    return new DenoisingExample(
        input.toArray(), new Ids(text.length).add(text, kept, text.length).add(end()).toArray());
  }

  /** Nothing is missing: {@code text} is to be written as {@code other}. */
  public DenoisingExample rewrite(int[] text, int[] other) {
    return new DenoisingExample(
        text, new Ids(other.length + 1).add(other, 0, other.length).add(end()).toArray());
  }

  /** Kept and missing spans take turns, a kept one first. */
  private DenoisingExample spoil(int[] text, int mark, Spoiling how, RandomGenerator random) {
    if (text.length < 2) {
      throw new IllegalArgumentException(
          "A text has %d tokens, expected at least 2 to spoil some".formatted(text.length));
    }
    int missing = Math.clamp(Math.round(how.share() * text.length), 1, text.length - 1);
    int kept = text.length - missing;
    int most = Math.min(Math.min(missing, kept), SENTINELS);
    int spans = Math.clamp(Math.round(missing / how.span()), 1, most);
    var keptSpans = partition(kept, spans, random);
    var missingSpans = partition(missing, spans, random);

    var input = new Ids(kept + spans + 1).add(mark);
    var target = new Ids(missing + spans + 1);
    int at = 0;
    for (int i = 0; i < spans; i++) {
      int gap = at + keptSpans[i];
      input.add(text, at, gap).add(sentinel(i));
      at = gap + missingSpans[i];
      target.add(sentinel(i)).add(text, gap, at);
    }
    return new DenoisingExample(input.toArray(), target.add(end()).toArray());
  }

  /** Lengths, all above zero and all divisions equally likely, that sum to {@code total}. */
  private static int[] partition(int total, int parts, RandomGenerator random) {
    var lengths = new int[parts];
    int part = 0;
    lengths[0] = 1;
    for (int place = 1; place < total; place++) {
      // Selection sampling: of the places left, as many begin a part as there are parts left.
      if (random.nextInt(total - place) < parts - 1 - part) {
        part++;
      }
      lengths[part]++;
    }
    return lengths;
  }
}
