package moviegen.judge;

import java.util.List;

/**
 * What is asked about every film.
 *
 * @param attribute such as color
 * @param values all answers there are
 */
public record Question(String attribute, List<String> values) {
  public Question {
    values = List.copyOf(values);
    if (values.size() < 2) {
      throw new IllegalArgumentException(
          "A question has at least 2 answers, %s has %d".formatted(attribute, values.size()));
    }
  }
}
