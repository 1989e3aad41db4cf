package moviegen.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import moviegen.wan.RandomWan;
import moviegen.wan.WanPart.Layout;

/** Casts of random weights that have a published model's size and layout, to try a machine with. */
public final class RandomCast {
  private static final long BYTES_PER_PARAMETER = 4;

  private RandomCast() {}

  /**
   * Writes one, some values at a time.
   *
   * @param preset such as wan2.1-1.3b
   * @param folder where there is none yet, or an empty one
   * @param layout original, repackaged or diffusers
   * @param textLayers of the text encoder, whose published one has 24
   * @param written hears of each file
   */
  public static void write(
      String preset, Path folder, String layout, int textLayers, Consumer<Path> written) {
    Limits.require(
        textLayers >= 1 && textLayers <= 24,
        "A text encoder has 1 to 24 layers here, got %d.",
        textLayers);
    var models = RandomWan.of(preset, textLayers);
    var form = layout(layout);
    try {
      Limits.require(
          !Files.exists(folder) || isEmpty(folder),
          "\"%s\" is there already and not an empty folder.",
          folder);
      Files.createDirectories(folder);
      long needed = models.parameters() * BYTES_PER_PARAMETER;
      long free = folder.toFile().getUsableSpace();
      Limits.require(
          free >= needed,
          "These weights need about %,d MB of free disk, \"%s\" has %,d.",
          needed / 1_000_000,
          folder,
          free / 1_000_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    models.write(folder, form, written);
  }

  private static Layout layout(String name) {
    return Arrays.stream(Layout.values())
        .filter(layout -> layout.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A layout is one of %s, got \"%s\"."
                        .formatted(
                            Arrays.stream(Layout.values())
                                .map(Layout::toString)
                                .collect(Collectors.joining(", ")),
                            name)));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
