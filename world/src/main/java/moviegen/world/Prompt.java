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
        ID.matcher(id).matches(),
        "an id has 1 to 64 letters, digits, . _ or -, got \"" + id + "\"");
    require(!prompt.isBlank(), "a prompt has 1 to 2000 characters, got an empty one");
    require(
        prompt.length() <= LONGEST, "a prompt has 1 to 2000 characters, got " + prompt.length());
    truth.forEach(Prompt::check);
    truth = Collections.unmodifiableMap(new LinkedHashMap<>(truth));
  }

  private static void check(String attribute, String value) {
    if (attribute.equals("sign")) {
      require(
          SIGN.matcher(value).matches(), "a sign has one to five letters, got \"" + value + "\"");
    } else {
      Vocabulary.get().check(attribute, value);
      require(!value.equals(Vocabulary.NONE), "an absent attribute is left out, got " + attribute);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
