package moviegen.evaluate;

import java.util.OptionalDouble;

/**
 * One line of a report.
 *
 * @param real the same score of the drawings themselves, if it can be told
 * @param autoencoded the same score of drawings that went through the autoencoder
 * @param chance the same score of what knows nothing
 */
public record Row(
    String name,
    Interval score,
    OptionalDouble real,
    OptionalDouble autoencoded,
    OptionalDouble chance) {
  public static Row of(String name, Interval score) {
    return new Row(
        name, score, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  public Row withChance(double value) {
    return new Row(name, score, real, autoencoded, OptionalDouble.of(value));
  }
}
