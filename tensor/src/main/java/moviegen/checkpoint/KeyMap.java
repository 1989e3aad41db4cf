package moviegen.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules that turn the names a foreign checkpoint gives its weights into ours, applied in order to
 * what the rules before them left. Names are levels with dots between them.
 */
public final class KeyMap {
  /** Names as they are. */
  public static final KeyMap IDENTITY = new KeyMap(List.of());

  private final List<Rule> rules;

  private sealed interface Rule {
    /** What becomes of a name, or none if it is left out. */
    Optional<String> apply(String name);
  }

  private record Regex(Pattern pattern, String replacement) implements Rule {
    @Override
    public Optional<String> apply(String name) {
      return Optional.of(pattern.matcher(name).replaceAll(replacement));
    }
  }

  private record Left(Pattern pattern) implements Rule {
    @Override
    public Optional<String> apply(String name) {
      return pattern.matcher(name).matches() ? Optional.empty() : Optional.of(name);
    }
  }

  /** Levels in dots, {@code .a.b.}, so that neither end of a name is a special case. */
  private record Levels(String from, String to, boolean first) implements Rule {
    @Override
    public Optional<String> apply(String name) {
      String dotted = "." + name + ".";
      if (first ? !dotted.startsWith(from) : !dotted.contains(from)) {
        return Optional.of(name);
      }
      String other = first ? to + dotted.substring(from.length()) : dotted.replace(from, to);
      return Optional.of(other.substring(1, other.length() - 1));
    }
  }

  private KeyMap(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Only the names below {@code prefix}, such as {@code text}, and without it. */
  public static KeyMap below(String prefix) {
    String begin = Pattern.quote(prefix + ".");
    return IDENTITY.drop("(?!" + begin + ").*").rename("^" + begin, "");
  }

  /** Calls the levels {@code theirs}, with which a name begins, {@code ours}. */
  public KeyMap first(String theirs, String ours) {
    return with(new Levels("." + theirs + ".", "." + ours + ".", true));
  }

  /** Calls the levels {@code theirs}, wherever they stand in a name, {@code ours}. */
  public KeyMap within(String theirs, String ours) {
    return with(new Levels("." + theirs + ".", "." + ours + ".", false));
  }

  /** Replaces every match of {@code regex}; {@code $1} is its first group. */
  public KeyMap rename(String regex, String replacement) {
    return with(new Regex(Pattern.compile(regex), replacement));
  }

  /** Leaves out the names that match {@code regex} as a whole, such as copies of tied weights. */
  public KeyMap drop(String regex) {
    return with(new Left(Pattern.compile(regex)));
  }

  /** These rules and then those. */
  public KeyMap then(KeyMap next) {
    var all = new ArrayList<>(rules);
    all.addAll(next.rules);
    return new KeyMap(all);
  }

  /**
   * The way back, by the same rules from the last to the first; names that are left out have none.
   *
   * @throws IllegalStateException where a rule is a regular expression
   */
  public KeyMap inverse() {
    var back = new ArrayList<Rule>();
    for (Rule rule : rules.reversed()) {
      switch (rule) {
        case Levels levels -> back.add(new Levels(levels.to(), levels.from(), levels.first()));
        case Left _ -> {}
        case Regex regex ->
            throw new IllegalStateException(
                "There is no way back from the expression %s".formatted(regex.pattern()));
      }
    }
    return new KeyMap(back);
  }

  /** Our name for {@code foreign}, or none if it is left out. */
  public Optional<String> apply(String foreign) {
    var name = Optional.of(foreign);
    for (Rule rule : rules) {
      name = name.flatMap(rule::apply);
    }
    return name;
  }

  private KeyMap with(Rule rule) {
    var more = new ArrayList<>(rules);
    more.add(rule);
    return new KeyMap(more);
  }
}
