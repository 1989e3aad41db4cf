package moviegen.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** What an examination of this machine has found: facts, and sentences of what is missing. */
final class Examination {
  /**
   * A fact.
   *
   * @param text for a reader
   * @param values for a program
   */
  record Fact(String text, Object values) {}

  private final PrintStream out;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();

  /** Begins; what is found is shown on {@code out} at once. */
  Examination(PrintStream out) {
    this.out = out;
  }

  /** Looks at one thing and shows it; what fails is missing. */
  Optional<Fact> look(String name, Supplier<Fact> at) {
    try {
      var fact = at.get();
      out.println("%-14s %s".formatted(name.replace('_', ' '), fact.text()));
      facts.put(name, fact.values());
      return Optional.of(fact);
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(Examination.class).error("{}", name, e);
      missing("%s: %s%s".formatted(name.replace('_', ' '), firstLine(e), advice(e)));
      return Optional.empty();
    }
  }

  void require(boolean holds, String otherwise) {
    if (!holds) {
      missing(otherwise);
    }
  }

  private void missing(String sentence) {
    missing.add(sentence);
    out.println("%-14s %s".formatted("missing", sentence));
  }

  void conclude() {
    if (isWell()) {
      out.println("Nothing is missing.");
    }
  }

  boolean isWell() {
    return missing.isEmpty();
  }

  Map<String, Object> facts() {
    var all = new LinkedHashMap<>(facts);
    all.put("missing", missing);
    return all;
  }

  private static String advice(Throwable e) {
    return e instanceof LinkageError
        ? " (native libraries need glibc 2.35 and libstdc++: apt install libstdc++6)"
        : "";
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
