package moviegen.generate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import moviegen.wan.WanConfig;
import moviegen.wan.WanFolder;

/** The models that make a film together, in a folder. Opening one reads no weights. */
public sealed interface Cast permits OwnCast, WanCast {
  /** The cast that is shipped with the program. */
  static Cast tiny() {
    return named("tiny");
  }

  /** A shipped or an added cast by its name, or any cast by its folder. */
  static Cast named(String nameOrFolder) {
    var shipped =
        Stream.concat(
                Optional.ofNullable(System.getProperty("moviegen.home")).map(Path::of).stream(),
                Stream.iterate(
                    Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent))
            .map(home -> home.resolve("weights").resolve(nameOrFolder))
            .filter(OwnCast::isIn)
            .findFirst();
    return shipped
        .or(() -> PackedCasts.ofProgram().find(nameOrFolder))
        .map(Cast::open)
        .orElseGet(() -> added(nameOrFolder));
  }

  private static Cast added(String nameOrFolder) {
    if (CastShelf.names().contains(nameOrFolder)) {
      return open(CastShelf.of(nameOrFolder));
    }
    var folder = Path.of(nameOrFolder);
    Limits.require(
        Files.exists(folder) || !WanConfig.PRESETS.contains(nameOrFolder),
        "The cast \"%s\" is not here; ./moviegen cast add %1$s fetches it.",
        nameOrFolder);
    return open(folder);
  }

  /** Opens the cast in a folder and checks that every part is there and whole. */
  static Cast open(Path folder) {
    if (OwnCast.isIn(folder)) {
      var own = OwnCast.open(folder);
      return own.isOfWan() ? WanCast.open(folder) : own;
    }
    return WanFolder.isOne(folder) ? WanCast.open(folder) : OwnCast.open(folder);
  }

  String name();

  /** What it does where a request leaves it open. */
  Defaults defaults();

  /** How it is used, as far as that changes a film. */
  Map<String, Object> settings();

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
      case WanCast wan ->
          throw new IllegalArgumentException(
              "This needs a cast of this program's own models; \"%s\" holds public weights."
                  .formatted(wan.name()));
    };
  }
}
