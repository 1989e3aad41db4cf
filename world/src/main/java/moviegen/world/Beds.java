package moviegen.world;

import java.util.ArrayList;
import java.util.List;

/** Everything in a scene that is heard all the time: its place, its weather, its machines. */
final class Beds {
  private Beds() {}

  static List<Bed> of(Scene scene) {
    var beds = new ArrayList<Bed>();
    place(scene, beds);
    boolean space = scene.place().equals("space");
    if (scene.weather().equals("rain")) {
      beds.add(new Bed("rain", 0.7, true));
    }
    if (scene.weather().equals("snow") && !space) {
      beds.add(new Bed("wind", 0.35, true));
    }
    subject(scene, beds);
    return List.copyOf(beds);
  }

  private static void place(Scene scene, List<Bed> beds) {
    boolean night = scene.time().equals("night") && scene.weather().equals("clear");
    switch (scene.place()) {
      case "beach" -> {
        beds.add(new Bed("surf", 0.8, true));
        beds.add(new Bed("wind", 0.2, false));
      }
      case "forest" -> {
        beds.add(new Bed("rustle", 0.5, true));
        beds.add(new Bed("wind", 0.25, false));
      }
      case "desert" -> beds.add(new Bed("wind", 0.5, false));
      case "city" -> beds.add(new Bed("traffic", 0.7, false));
      case "snowfield" -> beds.add(new Bed("wind", 0.45, false));
      case "meadow" -> {
        beds.add(new Bed("wind", 0.25, false));
        beds.add(new Bed("rustle", 0.2, true));
      }
      case "mountains" -> beds.add(new Bed("wind", 0.6, false));
      default -> beds.add(new Bed("hum", 0.45, false));
    }
    if (night && (scene.place().equals("meadow") || scene.place().equals("forest"))) {
      beds.add(new Bed("crickets", 0.4, false));
    }
  }

  private static void subject(Scene scene, List<Bed> beds) {
    boolean still = scene.action().equals("stands");
    switch (scene.subject()) {
      case "car" -> beds.add(new Bed("engine", still ? 0.8 : 1.6, true));
      case "rocket" -> beds.add(new Bed("roar", still ? 0.6 : 1.8, true));
      case "boat" -> {
        beds.add(new Bed("lapping", 0.6, true));
        if (scene.action().equals("slides")) {
          beds.add(new Bed("motor", 0.8, true));
        }
      }
      case "robot" -> beds.add(new Bed("motor", still ? 0.2 : 0.4, true));
      default -> {}
    }
    boolean machine = List.of("car", "rocket", "boat").contains(scene.subject());
    if (scene.action().equals("slides") && !machine) {
      beds.add(new Bed("scraping", 0.9, true));
    }
    if (scene.action().equals("rolls") && scene.subject().equals("ball")) {
      beds.add(new Bed("rolling", 1.3, true));
    }
  }
}
