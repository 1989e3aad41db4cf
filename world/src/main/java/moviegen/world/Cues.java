package moviegen.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Everything in a scene that is heard at an instant: what the subject does, what it says, and what
 * happens outside the picture.
 */
final class Cues {
  private static final String PLACE = "place";

  private final Scene scene;
  private final double seconds;
  private final List<Cue> cues = new ArrayList<>();

  private Cues(Scene scene, double seconds) {
    this.scene = scene;
    this.seconds = seconds;
  }

  /** The cues of a scene in a shot, in order of time. */
  static List<Cue> of(Scene scene, Shot shot) {
    var cues = new Cues(scene, shot.seconds());
    var motion = Motion.of(scene, shot);
    for (var event : motion.events()) {
      cues.add(event.kind(), scene.subject(), event.seconds(), event.strength(), true);
    }
    cues.turns(motion);
    cues.spoken(scene.subject(), 1);
    scene.companion().ifPresent(other -> cues.spoken(other.subject(), 2));
    cues.around();
    cues.cues.sort(Comparator.comparingDouble(Cue::seconds));
    return List.copyOf(cues.cues);
  }

  /** The falls of a cube that rolls from edge to edge, and the air of what spins. */
  private void turns(Motion motion) {
    if (scene.action().equals("rolls") && motion.tumbles()) {
      double quarter = Math.PI / 2;
      double before = Math.abs(motion.at(0).rotation());
      for (double time = 0.001; time < seconds; time += 0.001) {
        double now = Math.abs(motion.at(time).rotation());
        if (Math.floor(now / quarter) > Math.floor(before / quarter)) {
          add("tumble", scene.subject(), time, 0.6, true);
        }
        before = now;
      }
    }
    if (scene.action().equals("spins")) {
      for (double time = 0; time < seconds; time += motion.turn()) {
        add("whoosh", scene.subject(), time, 0.6, true);
      }
    }
  }

  /** What a subject in the picture lets hear now and then. */
  private void spoken(String subject, int salt) {
    var random = new SplittableRandom(Scene.mix(scene.seed(), 0x50c0 + salt));
    boolean speaks = random.nextDouble() < 0.6;
    boolean wet = scene.action().equals("floats") || scene.action().equals("slides");
    switch (subject) {
      case "cat" -> now(speaks, "meow", subject, 3.0, random);
      case "dog" -> now(speaks, "bark", subject, 1.8, random);
      case "bird" -> now(speaks, "chirp", subject, 1.3, random);
      case "robot" -> now(speaks, "beep", subject, 1.7, random);
      case "star" -> now(true, "sparkle", subject, 1.4, random);
      case "balloon" -> now(speaks, "squeak", subject, 2.2, random);
      case "boat" -> now(true, "splash", subject, 1.6, random);
      case "fish" -> now(wet, "splash", subject, 1.5, random);
      default -> {}
    }
  }

  private void now(boolean heard, String kind, String source, double gap, SplittableRandom random) {
    if (heard) {
      series(kind, source, gap, 0.5, true, random);
    }
  }

  /** What the place lets hear from outside the picture. */
  private void around() {
    var random = new SplittableRandom(Scene.mix(scene.seed(), 0x0ff5));
    boolean day = scene.time().equals("day");
    boolean clear = scene.weather().equals("clear");
    double luck = random.nextDouble();
    switch (scene.place()) {
      case "forest" -> {
        far(day && clear, "chirp", 1.2, 0.5, random);
        far(luck < 0.7, "twig", 2.5, 0.35, random);
      }
      case "meadow" -> far(day && clear && luck < 0.8, "chirp", 1.8, 0.4, random);
      case "beach" -> far(luck < 0.6, "splash", 2.6, 0.3, random);
      case "city" -> {
        far(luck < 0.3, "bell", 4.0, 0.3, random);
        far(luck > 0.7, "bark", 2.8, 0.2, random);
      }
      case "space" -> far(luck < 0.4, "beep", 3.0, 0.2, random);
      default -> {}
    }
    boolean thunders = luck < 0.45 && !scene.place().equals("snowfield");
    far(scene.weather().equals("rain") && thunders, "thunder", 5.0, 0.6, random);
  }

  private void far(
      boolean heard, String kind, double gap, double strength, SplittableRandom random) {
    var own = random.split();
    if (heard) {
      series(kind, PLACE, gap, strength, false, own);
    }
  }

  private void series(
      String kind,
      String source,
      double gap,
      double strength,
      boolean visible,
      SplittableRandom random) {
    double time = gap * (0.1 + 0.7 * random.nextDouble());
    while (time < seconds) {
      add(kind, source, time, strength * (0.7 + 0.3 * random.nextDouble()), visible);
      time += gap * (0.6 + 0.8 * random.nextDouble());
    }
  }

  private void add(String kind, String source, double time, double strength, boolean visible) {
    cues.add(new Cue(kind, source, time, strength, visible));
  }
}
