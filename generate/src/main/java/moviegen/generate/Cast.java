package moviegen.generate;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The models that make a film together, in a folder. Opening one reads no weights. */
public sealed interface Cast permits OwnCast {
  /** The cast that is shipped with the program. */
  static Cast tiny() {
    return named("tiny");
  }

  /** A shipped cast by its name, or any cast by its folder. */
  static Cast named(String nameOrFolder) {
    var shipped =
        Stream.concat(
                Optional.ofNullable(System.getProperty("moviegen.home")).map(Path::of).stream(),
                Stream.iterate(
                    Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent))
            .map(home -> home.resolve("weights").resolve(nameOrFolder))
            .filter(OwnCast::isIn)
            .findFirst();
    return open(shipped.orElse(Path.of(nameOrFolder)));
  }

  /** Opens the cast in a folder and checks that every part is there and whole. */
  static Cast open(Path folder) {
    return OwnCast.open(folder);
  }

  String name();

  Path folder();

  /** Its files, by what they are. */
  Map<String, Part> parts();

  /** By what each part is known again. */
  Map<String, String> hashes();

  Optional<Part> find(String part);

  /**
   * One part, its hash checked.
   *
   * @throws IllegalArgumentException where the cast has no such part or the file is another one
   */
  default Part part(String part) {
    return find(part)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The cast \"%s\" has no part \"%s\"; it has %s."
                        .formatted(
                            name(), part, String.join(", ", new TreeMap<>(parts()).keySet()))))
        .verified();
  }

  /**
   * This cast as one of this program's own.
   *
   * @throws IllegalArgumentException where it is another kind
   */
  default OwnCast own() {
    return switch (this) {
      case OwnCast own -> own;
    };
  }
}
