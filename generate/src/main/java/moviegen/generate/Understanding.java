package moviegen.generate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a cast makes of a prompt.
 *
 * @param understood the words that it draws, in the order of the prompt
 * @param unknown the words that it does not know
 */
public record Understanding(List<Drawn> understood, List<Unknown> unknown) {
  /** A word or phrase that is drawn, and as what. */
  public record Drawn(String word, Words.Meaning meaning) {}

  /** A word that is not known, and the known one nearest to it, if any is near. */
  public record Unknown(String word, Optional<String> nearest) {
    /** The word and, if there is one, its neighbor: "sloth (nearest: cat)". */
    public String described() {
      return nearest.map(near -> "%s (nearest: %s)".formatted(word, near)).orElse(word);
    }
  }

  /** Refuses a prompt with a word that is not known. */
  public void requireAllKnown() {
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the cast draws every word of a strict prompt, got "
              + unknown.stream().map(Unknown::described).collect(Collectors.joining(", ")));
    }
  }
}
