package moviegen.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The music of a scene, as one would describe it.
 *
 * @param key the note it comes home to: C, C#, … B
 * @param mode major or minor
 * @param tempo beats a minute
 * @param mood happy, calm, sad or dark
 * @param instruments the one that leads, the one that accompanies, and drums where there are any
 */
public record Tune(String key, String mode, int tempo, String mood, List<String> instruments) {
  static final List<String> KEYS =
      List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

  private static final int SLOW = 84;
  private static final int FAST = 104;

  public Tune {
    instruments = List.copyOf(instruments);
    if (!KEYS.contains(key) || tempo < 40 || tempo > 200 || instruments.size() < 2) {
      throw new IllegalArgumentException(
          "a tune has a key of %s, a tempo of 40 to 200 and two instruments, got %s, %d and %s"
              .formatted(KEYS, key, tempo, instruments));
    }
    if (!mode.equals("major") && !mode.equals("minor")) {
      throw new IllegalArgumentException("a mode is major or minor, got \"" + mode + "\"");
    }
  }

  /** The tune that fits a scene: its mode and tempo follow the time of day and the haste. */
  static Tune of(Scene scene) {
    var random = new SplittableRandom(Scene.mix(scene.seed(), 0x7001));
    boolean gloomy = scene.weather().equals("rain") || scene.place().equals("space");
    double bright =
        switch (scene.time()) {
          case "day" -> 0.95;
          case "sunset" -> 0.65;
          default -> 0.15;
        };
    String mode = random.nextDouble() < bright - (gloomy ? 0.3 : 0) ? "major" : "minor";
    int tempo = tempo(scene, random);
    String mood = mood(mode, tempo);
    String key = KEYS.get(random.nextInt(KEYS.size()));
    return new Tune(key, mode, tempo, mood, instruments(scene, mood, random));
  }

  private static int tempo(Scene scene, SplittableRandom random) {
    int tempo =
        switch (scene.time()) {
          case "day" -> random.nextInt(104, 133);
          case "sunset" -> random.nextInt(78, 97);
          default -> random.nextInt(60, 81);
        };
    return switch (scene.speed()) {
      case "quickly" -> (int) Math.round(1.18 * tempo);
      case "slowly" -> (int) Math.round(0.86 * tempo);
      default -> tempo;
    };
  }

  private static String mood(String mode, int tempo) {
    if (mode.equals("major")) {
      return tempo >= 98 ? "happy" : "calm";
    }
    return tempo >= 98 ? "dark" : "sad";
  }

  private static List<String> instruments(Scene scene, String mood, SplittableRandom random) {
    boolean electric = scene.place().equals("space") || scene.style().equals("neon cyberpunk");
    var leads =
        switch (mood) {
          case "happy" -> List.of("guitar", "flute", "piano", "bells");
          case "calm" -> List.of("piano", "guitar", "flute", "strings");
          case "sad" -> List.of("piano", "strings", "flute");
          default -> List.of("strings", "piano", "synth");
        };
    var instruments = new ArrayList<String>();
    instruments.add(
        electric && random.nextBoolean() ? "synth" : leads.get(random.nextInt(leads.size())));
    var others = new ArrayList<>(electric ? List.of("synth", "strings") : accompaniments(mood));
    others.remove(instruments.getFirst());
    instruments.add(others.get(random.nextInt(others.size())));
    double drums =
        switch (mood) {
          case "happy" -> 0.6;
          case "dark" -> 0.5;
          default -> 0;
        };
    if (random.nextDouble() < drums) {
      instruments.add("drums");
    }
    return instruments;
  }

  private static List<String> accompaniments(String mood) {
    return mood.equals("happy")
        ? List.of("guitar", "piano", "strings")
        : List.of("strings", "piano", "guitar");
  }

  /** How the tempo feels: slow, fast, or neither, which is "easy". */
  public String pace() {
    return tempo <= SLOW ? "slow" : tempo >= FAST ? "fast" : "easy";
  }

  String lead() {
    return instruments.getFirst();
  }

  String accompaniment() {
    return instruments.get(1);
  }

  boolean drums() {
    return instruments.contains("drums");
  }

  /** The seven notes of its scale, half steps above C, from its key upward. */
  int[] scale() {
    int[] steps =
        mode.equals("major") ? new int[] {0, 2, 4, 5, 7, 9, 11} : new int[] {0, 2, 3, 5, 7, 8, 10};
    int home = KEYS.indexOf(key);
    for (int i = 0; i < steps.length; i++) {
      steps[i] += home;
    }
    return steps;
  }
}
