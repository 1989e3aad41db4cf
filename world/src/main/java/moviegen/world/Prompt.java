package moviegen.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A prompt and what its film must show.
 *
 * @param id its name, unique in a file
 * @param prompt what a user would type
 * @param truth attribute to value; what is absent is not judged
 */
public record Prompt(String id, String prompt, Map<String, String> truth) {
  private static final int LONGEST = 2000;
  private static final Pattern ID = Pattern.compile("[\\w.-]{1,64}");
  private static final Pattern SIGN = Pattern.compile("[A-Z]{1,5}");

  public Prompt {
    require(
        ID.matcher(id).matches(), "an id has 1 to 64 letters, digits, . _ or -, got \"%s\"", id);
    require(
        !prompt.isBlank() && prompt.length() <= LONGEST,
        "a prompt has 1 to " + LONGEST + " characters, got %s",
        prompt.isBlank() ? "an empty one" : prompt.length());
    truth.forEach(Prompt::check);
    truth = Collections.unmodifiableMap(new LinkedHashMap<>(truth));
  }

  private static void check(String attribute, String value) {
    if (attribute.equals("sign")) {
      require(SIGN.matcher(value).matches(), "a sign has one to five letters, got \"%s\"", value);
    } else {
      require(
          Vocabulary.get().values(attribute).contains(value),
          "%s is one of %s, got \"%s\"",
          attribute,
          Vocabulary.get().values(attribute),
          value);
    }
  }

  private static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }
}
