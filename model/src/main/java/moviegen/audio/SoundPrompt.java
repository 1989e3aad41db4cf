package moviegen.audio;

import java.util.Locale;
import java.util.Optional;

/**
 * What a soundtrack is asked to be, in the four fields of the captions it was trained with (paper,
 * table 27). A field that is not there leaves it to the film.
 *
 * @param quality 1 to 10
 * @param music how likely there is music, 0 to 1
 * @param description what is heard
 * @param musicDescription what the music is like
 */
public record SoundPrompt(
    double quality,
    Optional<Double> music,
    Optional<String> description,
    Optional<String> musicDescription) {
  /** Tokens of the longest such text. */
  public static final int LONGEST = 128;

  private static final double EFFECTS = 7;
  private static final double WITH_MUSIC = 8;
  private static final double UNSAID = 7.5;
  private static final double LIKELY = 0.9;
  private static final double UNLIKELY = 0.05;

  /**
   * A request.
   *
   * @param heard what is to be heard, if it was said
   * @param music whether there is to be music, if it was said
   */
  public static SoundPrompt of(Optional<String> heard, Optional<Boolean> music) {
    return new SoundPrompt(
        quality(music),
        music.map(wanted -> wanted ? LIKELY : UNLIKELY),
        heard.map(text -> text.strip().replaceAll("[.\"]+$", "").replace('"', '\'')),
        music.filter(wanted -> !wanted).map(_ -> "no music"));
  }

  /** The paper's quality for sound with and without music; between them where that is left open. */
  public static double quality(Optional<Boolean> music) {
    return music.map(wanted -> wanted ? WITH_MUSIC : EFFECTS).orElse(UNSAID);
  }

  /** The fields one after the other. */
  public String text() {
    var text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "The audio has quality: %.1f. ", quality));
    text.append("The audio does not contain speech. ");
    text.append("The audio does not contain vocal singing.");
    music.ifPresent(
        chance ->
            text.append(
                String.format(
                    Locale.ROOT, " The audio contains music with a %.2f likelihood.", chance)));
    description.ifPresent(
        heard -> text.append(" The audio has a description: \"%s.\"".formatted(capital(heard))));
    musicDescription.ifPresent(
        tune ->
            text.append(
                " The audio has a music description (if applicable): \"%s.\""
                    .formatted(capital(tune))));
    return text.toString();
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
