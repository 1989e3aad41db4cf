package moviegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation says of classes and pages is there. */
final class PaperMapTest {
  private static final Path ROOT =
      Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
          .filter(folder -> Files.exists(folder.resolve("docs/paper-map.md")))
          .findFirst()
          .orElseThrow();

  private static final Pattern CLASS = Pattern.compile("`([a-z]+)\\.([A-Z]\\w+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

  static Stream<String> classes() throws IOException {
    var named = new TreeSet<String>();
    CLASS
        .matcher(Files.readString(ROOT.resolve("docs/paper-map.md")))
        .results()
        .forEach(match -> named.add(match.group(1) + "/" + match.group(2)));
    return named.stream();
  }

  @ParameterizedTest
  @MethodSource("classes")
  void theClassExists(String name) throws IOException {
    try (var modules = Files.list(ROOT)) {
      assertThat(modules)
          .anyMatch(
              module ->
                  Stream.of("main", "test")
                      .map(kind -> module.resolve("src/" + kind + "/java/moviegen/" + name + ".java"))
                      .anyMatch(Files::exists));
    }
  }

  static Stream<Path> pages() throws IOException {
    try (var docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              docs.filter(file -> file.toString().endsWith(".md")))
          .map(ROOT::relativize)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkOfAPageLeadsSomewhere(Path page) throws IOException {
    var folder = ROOT.resolve(page).getParent();
    assertThat(LINK.matcher(Files.readString(ROOT.resolve(page))).results())
        .allMatch(link -> Files.exists(folder.resolve(link.group(1))));
  }
}
