package moviegen.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Two prompts that are equal but for one value's words.
 *
 * @param attribute the attribute whose value changes
 */
public record WordChange(String attribute, Prompt before, Prompt after) {
  private static final List<String> CHANGED =
      List.of(
          "color",
          "subject",
          "place",
          "time",
          "weather",
          "size",
          "action",
          "direction",
          "accessory",
          "camera",
          "style");

  private static final int SAID = 6;
  private static final int LONGEST = 4;

  /** So many changes, of the attributes in turn, of no held-out combination. */
  public static List<WordChange> of(Split split, int count, long seed) {
    var random = new SplittableRandom(Scene.mix(seed, split.ordinal()));
    var changes = new ArrayList<WordChange>();
    while (changes.size() < count) {
      String attribute = CHANGED.get(changes.size() % CHANGED.size());
      long number = random.nextLong();
      var scene = Scene.training(number);
      var told = Caption.told(scene);
      if (!told.containsKey(attribute)) {
        continue;
      }
      var other = changed(scene, attribute, random);
      if (other.isEmpty() || HeldOut.contains(other.getFirst())) {
        continue;
      }
      var said = said(told.keySet(), attribute, random);
      var before = Brief.saying(scene, said, Map.of(), new SplittableRandom(number));
      var after = Brief.saying(other.getFirst(), said, Map.of(), new SplittableRandom(number));
      if (Split.of(before.text()) == split
          && before.said().equals(after.said())
          && before.said().contains(attribute)
          && differInOnePlace(before.text(), after.text())) {
        changes.add(
            new WordChange(
                attribute,
                prompt(changes.size(), "before", scene, before),
                prompt(changes.size(), "after", other.getFirst(), after)));
      }
    }
    return List.copyOf(changes);
  }

  private static Prompt prompt(int index, String side, Scene scene, Brief brief) {
    var truth = Caption.told(scene);
    truth.keySet().retainAll(brief.said());
    return new Prompt(
        String.format(Locale.ROOT, "words-%04d-%s", index + 1, side), brief.text(), truth);
  }

  private static Set<String> said(Set<String> told, String attribute, SplittableRandom random) {
    var said = new LinkedHashSet<String>(Kernel.ATTRIBUTES);
    said.add("place");
    said.add(attribute);
    var left = new ArrayList<>(told);
    left.removeAll(said);
    left.removeIf(name -> name.startsWith("companion"));
    while (said.size() < SAID && !left.isEmpty()) {
      said.add(left.remove(random.nextInt(left.size())));
    }
    said.retainAll(told);
    return said;
  }

  /** The same scene with another value, if it can have one; one or none. */
  private static List<Scene> changed(Scene scene, String attribute, SplittableRandom random) {
    var words = Vocabulary.get();
    var values =
        new ArrayList<>(
            switch (attribute) {
              case "action" -> words.actions(scene.subject());
              case "accessory" -> words.wears(scene.subject());
              default -> words.values(attribute);
            });
    values.remove(scene.truth().get(attribute));
    values.removeIf(value -> !fits(scene, attribute, value));
    return values.isEmpty()
        ? List.of()
        : List.of(scene.with(attribute, values.get(random.nextInt(values.size()))));
  }

  private static boolean fits(Scene scene, String attribute, String value) {
    var words = Vocabulary.get();
    boolean travels = words.travels(scene.action());
    return switch (attribute) {
      case "subject" ->
          words.actions(value).contains(scene.action())
              && !value.equals("person")
              && scene.look().isEmpty()
              && scene.companion().filter(other -> other.subject().equals(value)).isEmpty()
              && (scene.accessory().equals(Vocabulary.NONE)
                  || words.wears(value).contains(scene.accessory()));
      case "place" -> !value.equals("space") || scene.weather().equals("clear");
      case "weather" -> !scene.place().equals("space");
      case "action" -> words.travels(value) == travels && !value.equals("stands");
      case "camera" -> !value.equals("tracking shot") || travels;
      default -> true;
    };
  }

  /** Whether texts are equal before and after some few words. */
  static boolean differInOnePlace(String before, String after) {
    var a = List.of(before.split(" ", -1));
    var b = List.of(after.split(" ", -1));
    int shorter = Math.min(a.size(), b.size());
    int head = 0;
    while (head < shorter && a.get(head).equals(b.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
      tail++;
    }
    int longest = Math.max(a.size(), b.size()) - head - tail;
    return longest > 0 && longest <= LONGEST;
  }
}
