package moviegen.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where a result goes; checked before any work is done for it. */
public record OutputFile(Path file, boolean overwrite) {
  private static final int LONGEST_NAME = 60;
  private static final String LATENTS = ".latents";

  /** A free name in the working folder, made of the prompt and the seed. */
  public static OutputFile named(Request request) {
    String words =
        request.prompt().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").strip();
    String stem = words.replaceAll("^-|-$", "");
    stem = stem.substring(0, Math.min(LONGEST_NAME, stem.length())).replaceAll("-$", "");
    String name = (stem.isEmpty() ? "film" : stem) + "-" + request.seed();
    String ending = request instanceof ImageRequest ? ".png" : ".mp4";
    var file =
        IntStream.iterate(1, i -> i + 1)
            .mapToObj(i -> Path.of(name + (i == 1 ? "" : "-" + i) + ending))
            .filter(path -> !Files.exists(path))
            .findFirst()
            .orElseThrow();
    return new OutputFile(file, false);
  }

  /** Where the latents wait until the film is written. */
  public Path latents() {
    return file.resolveSibling("." + file.getFileName() + LATENTS);
  }

  /** The result whose latents wait in a file of this name. */
  static Optional<Path> ofLatents(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(".") && name.endsWith(LATENTS)
        ? Optional.of(file.resolveSibling(name.substring(1, name.length() - LATENTS.length())))
        : Optional.empty();
  }

  /**
   * Refuses a file of the wrong kind, one that is there already, and one that cannot be written.
   */
  public OutputFile check(String ending, long bytes) {
    var name = file.getFileName();
    Limits.require(
        name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(ending),
        "The file to write must end in %s, got \"%s\".",
        ending,
        file);
    Limits.require(!Files.isDirectory(file), "\"%s\" is a folder; name a file.", file);
    Limits.require(
        overwrite || !Files.exists(file), "\"%s\" exists already; --force overwrites it.", file);
    var folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "\"%s\" cannot be written: there is no folder \"%s\".".formatted(file, folder));
    }
    checkRoom(folder, bytes);
    return this;
  }

  private void checkRoom(Path folder, long bytes) {
    try {
      Files.delete(Files.createTempFile(folder, ".moviegen", ""));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "\"%s\" cannot be written: the folder \"%s\" takes no new files.".formatted(file, folder),
          e);
    }
    // A file store would do, but the JDK finds none where the mount table is hidden.
    long free = folder.toFile().getUsableSpace();
    Limits.require(
        free >= bytes,
        "\"%s\" needs about %,d MB of free disk, \"%s\" has %,d.",
        file,
        bytes / 1_000_000 + 1,
        folder,
        free / 1_000_000);
  }
}
