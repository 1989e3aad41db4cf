package moviegen.provenance;

import java.nio.file.Path;
import java.util.Optional;
import moviegen.media.Picture;
import moviegen.media.Probe;
import moviegen.media.Tags;

/** Puts recipe and mark into films and pictures, and finds them there. */
public final class Provenance {
  /** The recipe's own word for the mark. */
  public static final String SOURCE_TYPE = "digital_source_type";

  private Provenance() {}

  /** Tags for a film or a picture that a model made after {@code recipe}. */
  public static Tags tags(Recipe recipe) {
    return Tags.comment(recipe.with(SOURCE_TYPE, Mark.DIGITAL_SOURCE_TYPE).json())
        .withXmp(Mark.xmp());
  }

  /**
   * The recipe in a film or a PNG picture; empty if it carries none.
   *
   * @throws IllegalArgumentException if the file is not readable as either
   */
  public static Optional<Recipe> of(Path file) {
    return find(tagsOf(file));
  }

  /** The recipe among tags. */
  public static Optional<Recipe> find(Tags tags) {
    return tags.comment().filter(comment -> comment.startsWith("{")).flatMap(Provenance::parse);
  }

  private static Optional<Recipe> parse(String comment) {
    try {
      return Optional.of(Recipe.parse(comment));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Whether a film or picture says, in its XMP packet, that a model made it. */
  public static boolean isMarked(Path file) {
    return tagsOf(file).xmp().map(Mark::in).orElse(false);
  }

  private static Tags tagsOf(Path file) {
    return Picture.isPng(file) ? Picture.tags(file) : Probe.of(file).tags();
  }
}
