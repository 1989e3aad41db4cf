package moviegen.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules that turn the names a foreign checkpoint gives its weights into ours: each is a regular
 * expression with its replacement, applied in order to what the rules before it left.
 */
public final class KeyMap {
  /** Names as they are. */
  public static final KeyMap IDENTITY = new KeyMap(List.of());

  private final List<Rule> rules;

  private record Rule(Pattern pattern, Optional<String> replacement) {}

  private KeyMap(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Only the names below {@code prefix}, such as {@code text}, and without it. */
  public static KeyMap below(String prefix) {
    String begin = Pattern.quote(prefix + ".");
    return IDENTITY.drop("(?!" + begin + ").*").rename("^" + begin, "");
  }

  /** Replaces every match of {@code regex}; {@code $1} is its first group. */
  public KeyMap rename(String regex, String replacement) {
    return with(new Rule(Pattern.compile(regex), Optional.of(replacement)));
  }

  /** Leaves out the names that match {@code regex} as a whole, such as copies of tied weights. */
  public KeyMap drop(String regex) {
    return with(new Rule(Pattern.compile("\\A(?:" + regex + ")\\z"), Optional.empty()));
  }

  /** These rules and then those. */
  public KeyMap then(KeyMap next) {
    var all = new ArrayList<>(rules);
    all.addAll(next.rules);
    return new KeyMap(all);
  }

  /** Our name for {@code foreign}, or none if it is left out. */
  public Optional<String> apply(String foreign) {
    String name = foreign;
    for (Rule rule : rules) {
      var matcher = rule.pattern().matcher(name);
      if (matcher.find()) {
        if (rule.replacement().isEmpty()) {
          return Optional.empty();
        }
        name = matcher.replaceAll(rule.replacement().get());
      }
    }
    return Optional.of(name);
  }

  private KeyMap with(Rule rule) {
    var more = new ArrayList<>(rules);
    more.add(rule);
    return new KeyMap(more);
  }
}
