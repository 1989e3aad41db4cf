package moviegen.evaluate;

import java.util.List;
import java.util.Map;
import moviegen.media.Frames;
import moviegen.world.Vocabulary;

/** What can say of a film which values of the world's attributes it shows. */
@FunctionalInterface
public interface Reader {
  /** Attribute to value; an attribute that is absent, or that it cannot tell, is left out. */
  Map<String, String> read(Frames film);

  /** The attributes that it may say something of. */
  default List<String> attributes() {
    return Vocabulary.get().attributes();
  }

  /** Whether it leaves out what it is not sure of. */
  default boolean mayBeSilent() {
    return false;
  }
}
