package moviegen.media;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a media file says about itself.
 *
 * @param text names and values, as {@code comment} or {@code title}
 * @param xmp an XMP packet
 */
public record Tags(Map<String, String> text, Optional<String> xmp) {
  /** The tag that carries a film's recipe. */
  public static final String COMMENT = "comment";

  public static final Tags NONE = new Tags(Map.of(), Optional.empty());

  public Tags {
    text = Collections.unmodifiableMap(new LinkedHashMap<>(text));
  }

  public static Tags comment(String comment) {
    return new Tags(Map.of(COMMENT, comment), Optional.empty());
  }

  public Tags withXmp(String packet) {
    return new Tags(text, Optional.of(packet));
  }

  /** The comment, if there is one. */
  public Optional<String> comment() {
    return Optional.ofNullable(text.get(COMMENT));
  }
}
