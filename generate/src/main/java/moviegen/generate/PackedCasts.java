package moviegen.generate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Casts on a class path, as the artifact {@code moviegen-weights-tiny} has one: unpacked once into
 * a folder, beside its place and then renamed, so that it is there whole or not at all.
 *
 * @param casts where they are unpacked
 */
record PackedCasts(ClassLoader loader, Path casts) {
  private static final String INDEX = "cast.json";

  /** Those that this program was started with, unpacked into the user's cache. */
  static PackedCasts ofProgram() {
    return new PackedCasts(PackedCasts.class.getClassLoader(), UserCache.folder().resolve("casts"));
  }

  /** The folder with the unpacked cast, if there is one of this name. */
  Optional<Path> find(String name) {
    if (!name.matches("[a-z0-9-]{1,40}")) {
      return Optional.empty();
    }
    try (var index = resource(name, INDEX)) {
      return index == null ? Optional.empty() : Optional.of(unpack(name, index.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack the cast \"%s\".".formatted(name), e);
    }
  }

  private @Nullable InputStream resource(String cast, String file) {
    return loader.getResourceAsStream("moviegen/weights/%s/%s".formatted(cast, file));
  }

  private Path unpack(String name, byte[] index) throws IOException {
    var folder = casts.resolve(name + "-" + checksum(index));
    if (Files.isRegularFile(folder.resolve(INDEX))) {
      return folder;
    }
    Files.createDirectories(casts);
    var beside = Files.createTempDirectory(casts, "." + name);
    try {
      for (var part : new JsonMapper().readTree(index).path("parts")) {
        copy(name, part.path("file").asText(), beside);
      }
      Files.write(beside.resolve(INDEX), index);
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isRegularFile(folder.resolve(INDEX))) {
        throw e;
      }
    } finally {
      delete(beside);
    }
    return folder;
  }

  private void copy(String cast, String file, Path folder) throws IOException {
    try (var packed = resource(cast, file)) {
      if (packed == null || Path.of(file).getNameCount() != 1) {
        throw new IllegalArgumentException(
            "The cast \"%s\" on the class path has no file \"%s\".".formatted(cast, file));
      }
      Files.copy(packed, folder.resolve(file));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static String checksum(byte[] index) {
    var sum = new CRC32();
    sum.update(index);
    return HexFormat.of().toHexDigits(sum.getValue(), 8);
  }
}
