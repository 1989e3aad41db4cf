package moviegen.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A scene around a kernel, of values that were asked for least so far; nothing in it is held out
 * but what the kernel is.
 */
final class Casting {
  private static final double COMPANY = 0.15;
  private static final double SIGNED = 0.12;

  private final Kernel kernel;
  private final Unseen word;
  private final Balance balance;
  private final SplittableRandom random;
  private final Vocabulary words = Vocabulary.get();

  /**
   * @param word what the scene must have, so that it can be said
   */
  Casting(Kernel kernel, Unseen word, Balance balance, SplittableRandom random) {
    this.kernel = kernel;
    this.word = word;
    this.balance = balance;
    this.random = random;
  }

  Scene scene() {
    boolean travels = words.travels(kernel.action());
    boolean hurries = !kernel.action().equals("stands") && random.nextBoolean();
    boolean wears = !words.wears(kernel.subject()).isEmpty() && random.nextBoolean();
    String place = pick("place", without("place", word.attribute().equals("weather"), "space"));
    return new Scene(
        random.nextLong(),
        place,
        pick("time"),
        place.equals("space") ? "clear" : pick("weather"),
        kernel.subject(),
        kernel.color(),
        pick("size"),
        kernel.action(),
        travels ? pick("direction") : Vocabulary.NONE,
        hurries || is("speed") ? pick("speed") : Vocabulary.NONE,
        wears || is("accessory")
            ? pick("accessory", words.wears(kernel.subject()))
            : Vocabulary.NONE,
        random.nextDouble() < COMPANY ? Optional.of(companion()) : Optional.empty(),
        random.nextDouble() < SIGNED ? Optional.of(letters()) : Optional.empty(),
        pick("camera", without("camera", !travels, "tracking shot")),
        pick("style"),
        kernel.subject().equals("person") ? Optional.of(look()) : Optional.empty());
  }

  private boolean is(String attribute) {
    return word.attribute().equals(attribute);
  }

  private String pick(String attribute) {
    return pick(attribute, words.values(attribute));
  }

  private String pick(String attribute, List<String> values) {
    return is(attribute) ? word.value() : balance.least(attribute, values);
  }

  private List<String> without(String attribute, boolean left, String value) {
    var values = new ArrayList<>(words.values(attribute));
    if (left) {
      values.remove(value);
    }
    return values;
  }

  private Companion companion() {
    String subject = pick("companion", without("companion", true, kernel.subject()));
    var colors = words.values("color").stream().filter(c -> !HeldOut.pair(subject, c)).toList();
    return new Companion(subject, pick("companion_color", colors));
  }

  private String letters() {
    return words.signWords().get(random.nextInt(words.signWords().size()));
  }

  private Look look() {
    while (true) {
      var look = Look.random(random);
      if (!HeldOut.look(look)) {
        return is("clothes") ? look.wearing(word.value()) : look.wearing(pick("clothes"));
      }
    }
  }
}
