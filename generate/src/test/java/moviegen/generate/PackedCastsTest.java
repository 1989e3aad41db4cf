package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedCastsTest {
  @TempDir Path folder;
  private PackedCasts packed = new PackedCasts(ClassLoader.getSystemClassLoader(), Path.of(""));

  @BeforeEach
  void pack() throws IOException {
    var jar = folder.resolve("jar");
    MiniatureCast.write(Files.createDirectories(jar.resolve("moviegen/weights/mini")));
    var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    packed = new PackedCasts(loader, folder.resolve("casts"));
  }

  private Set<Path> unpacked() throws IOException {
    try (var casts = Files.list(folder.resolve("casts"))) {
      return casts.collect(Collectors.toSet());
    }
  }

  @Test
  void areUnpackedWhole() throws IOException {
    var cast = Cast.open(packed.find("mini").orElseThrow());
    assertThat(cast.part("transformer").size()).isPositive();
    assertThat(packed.find("mini")).contains(cast.folder());
    assertThat(unpacked()).containsExactly(cast.folder());
  }

  @Test
  void areUnpackedOnceByManyAtATime() throws IOException {
    var folders =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(_ -> packed.find("mini").orElseThrow())
            .collect(Collectors.toSet());
    assertThat(folders).hasSize(1).isEqualTo(unpacked());
    assertThat(Cast.open(folders.iterator().next()).part("text").size()).isPositive();
  }

  @Test
  void leaveNothingBehindWhereAPartIsMissing() throws IOException {
    Files.delete(folder.resolve("jar/moviegen/weights/mini/tokenizer.json"));
    assertThatThrownBy(() -> packed.find("mini"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tokenizer.json");
    assertThat(unpacked()).isEmpty();
  }

  @Test
  void saysWhichCastCannotBeUnpacked() throws IOException {
    Files.writeString(folder.resolve("casts"), "a file");
    assertThatThrownBy(() -> packed.find("mini"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("\"mini\"");
  }

  @Test
  void areOnlyThoseThatAreThere() {
    assertThat(packed.find("nothing")).isEmpty();
    assertThat(packed.find("../weights/mini")).isEmpty();
  }
}
