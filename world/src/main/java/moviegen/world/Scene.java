package moviegen.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * One drawn film: its words, and the seed of everything they leave open.
 *
 * @param seed what layout, motion and captions are drawn from
 * @param direction left, right, toward or away where the action travels, else "none"
 * @param speed slowly, quickly or "none" where unsaid
 * @param accessory what the subject wears, or "none"
 * @param sign one to five capital letters on a board
 * @param look how the subject looks, exactly where it is a person
 */
public record Scene(
    long seed,
    String place,
    String time,
    String weather,
    String subject,
    String color,
    String size,
    String action,
    String direction,
    String speed,
    String accessory,
    Optional<Companion> companion,
    Optional<String> sign,
    String camera,
    String style,
    Optional<Look> look) {
  private static final Pattern SIGN = Pattern.compile("[A-Z]{1,5}");

  public Scene {
    var words = Vocabulary.get();
    words.check("place", place);
    words.check("time", time);
    words.check("weather", weather);
    words.check("subject", subject);
    words.check("color", color);
    words.check("size", size);
    words.check("action", action);
    words.check("direction", direction);
    words.check("speed", speed);
    words.check("accessory", accessory);
    words.check("camera", camera);
    words.check("style", style);
    require(
        !place.equals("space") || weather.equals("clear"),
        "space has clear weather, got \"" + weather + "\"");
    require(
        words.actions(subject).contains(action),
        "a %s does one of %s, got \"%s\"".formatted(subject, words.actions(subject), action));
    require(
        words.travels(action) != direction.equals(Vocabulary.NONE),
        "a direction belongs to one of the actions that travel, got \"%s\" with \"%s\""
            .formatted(direction, action));
    require(
        accessory.equals(Vocabulary.NONE) || words.wears(subject).contains(accessory),
        "a %s wears one of %s, got \"%s\"".formatted(subject, words.wears(subject), accessory));
    require(
        sign.isEmpty() || SIGN.matcher(sign.get()).matches(),
        "a sign has one to five letters A to Z, got \"" + sign.orElse("") + "\"");
    require(
        look.isPresent() == subject.equals("person"),
        "a look belongs to a person and a person has one, got a " + subject);
  }

  /** A scene of the natural mix, held out or not. */
  public static Scene random(long seed) {
    var words = Vocabulary.get();
    var random = new SplittableRandom(mix(seed, 0x5ce4e));
    String place = words.draw("place", random);
    String time = words.draw("time", random);
    String weather = words.draw("weather", random);
    String subject = words.draw("subject", random);
    String color = words.draw("color", random);
    String size = words.draw("size", random);
    String action = words.drawAction(subject, random);
    String direction = words.draw("direction", random);
    String speed = words.draw("speed", random);
    String accessory = words.draw("accessory", random);
    String second = words.draw("companion", random);
    var companion = new Companion(second, words.draw("companion_color", random));
    boolean accompanied = random.nextDouble() < words.companionChance() && !second.equals(subject);
    boolean signed = random.nextDouble() < words.signChance();
    String sign = letters(random);
    String camera = words.draw("camera", random);
    String style = words.draw("style", random);
    Look look = Look.random(random);
    boolean travels = words.travels(action);
    return new Scene(
        seed,
        place,
        time,
        place.equals("space") ? "clear" : weather,
        subject,
        color,
        size,
        action,
        travels ? direction : Vocabulary.NONE,
        speed,
        words.wears(subject).contains(accessory) ? accessory : Vocabulary.NONE,
        accompanied ? Optional.of(companion) : Optional.empty(),
        signed ? Optional.of(sign) : Optional.empty(),
        !travels && camera.equals("tracking shot") ? "handheld shot" : camera,
        style,
        subject.equals("person") ? Optional.of(look) : Optional.empty());
  }

  /** A scene of the natural mix that is not held out: the first such one that the seed leads to. */
  public static Scene training(long seed) {
    for (int i = 0; ; i++) {
      Scene scene = random(mix(seed, i));
      if (!HeldOut.contains(scene)) {
        return scene;
      }
    }
  }

  /** The same scene with another value of one attribute, of which it is checked anew. */
  Scene with(String attribute, String value) {
    var all = new LinkedHashMap<>(truth());
    all.put(attribute, value);
    return new Scene(
        seed,
        all.getOrDefault("place", place),
        all.getOrDefault("time", time),
        all.getOrDefault("weather", weather),
        all.getOrDefault("subject", subject),
        all.getOrDefault("color", color),
        all.getOrDefault("size", size),
        all.getOrDefault("action", action),
        all.getOrDefault("direction", direction),
        all.getOrDefault("speed", speed),
        all.getOrDefault("accessory", accessory),
        companion,
        sign,
        all.getOrDefault("camera", camera),
        all.getOrDefault("style", style),
        look);
  }

  /** Attribute to value; what is absent is left out. */
  public Map<String, String> truth() {
    var truth = new LinkedHashMap<String, String>();
    truth.put("place", place);
    truth.put("time", time);
    truth.put("weather", weather);
    truth.put("subject", subject);
    truth.put("color", color);
    truth.put("size", size);
    truth.put("action", action);
    truth.put("direction", direction);
    truth.put("speed", speed);
    truth.put("accessory", accessory);
    companion.ifPresent(
        other -> {
          truth.put("companion", other.subject());
          truth.put("companion_color", other.color());
        });
    sign.ifPresent(letters -> truth.put("sign", letters));
    truth.put("camera", camera);
    truth.put("style", style);
    look.ifPresent(
        person -> {
          truth.put("skin", person.skin());
          truth.put("hair", person.hair());
          truth.put("glasses", person.glasses());
          truth.put("beard", person.beard());
          truth.put("face", person.face());
          truth.put("clothes", person.clothes());
        });
    truth.values().removeIf(Vocabulary.NONE::equals);
    return truth;
  }

  /** An independent seed, the index-th that another leads to. */
  static long mix(long seed, long index) {
    long z = seed * 0x9e3779b97f4a7c15L + index * 0xd1b54a32d192ed03L + 0x632be59bd9b4e019L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static String letters(SplittableRandom random) {
    var known = Vocabulary.get().signWords();
    String word = known.get(random.nextInt(known.size()));
    int length = random.nextInt(1, 6);
    var free = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      free.append((char) ('A' + random.nextInt(26)));
    }
    return random.nextInt(2) == 0 ? word : free.toString();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
