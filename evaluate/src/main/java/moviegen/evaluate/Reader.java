package moviegen.evaluate;

import java.util.Map;
import moviegen.media.Frames;

/** What can say of a film which values of the world's attributes it shows. */
@FunctionalInterface
public interface Reader {
  /** Attribute to value; an attribute that it cannot tell is left out. */
  Map<String, String> read(Frames film);
}
