package moviegen.world;

import java.util.Optional;

/** Scenes that differ from others in what a test says. */
final class Scenes {
  private Scenes() {}

  /** A small red ball that spins where it is. */
  static Scene at(String place, String time, String weather) {
    return new Scene(
        5,
        place,
        time,
        weather,
        "ball",
        "red",
        "small",
        "spins",
        "none",
        "none",
        "none",
        Optional.empty(),
        Optional.empty(),
        "static shot",
        "plain",
        Optional.empty());
  }

  static Scene filmed(Scene scene, String camera, String style) {
    return copy(scene, scene.color(), scene.sign(), camera, style);
  }

  static Scene colored(Scene scene, String color) {
    return copy(scene, color, scene.sign(), scene.camera(), scene.style());
  }

  static Scene signed(Scene scene, Optional<String> sign) {
    return copy(scene, scene.color(), sign, scene.camera(), scene.style());
  }

  /** A subject doing an action before a camera that stands still. */
  static Scene acting(String subject, String size, String action, String speed) {
    return new Scene(
        9,
        "meadow",
        "day",
        "clear",
        subject,
        "red",
        size,
        action,
        Vocabulary.get().travels(action) ? "right" : "none",
        speed,
        "none",
        Optional.empty(),
        Optional.empty(),
        "static shot",
        "plain",
        subject.equals("person")
            ? Optional.of(new Look("tan", "bald", "none", "none", "round", "shirt"))
            : Optional.empty());
  }

  private static Scene copy(
      Scene from, String color, Optional<String> sign, String camera, String style) {
    return new Scene(
        from.seed(),
        from.place(),
        from.time(),
        from.weather(),
        from.subject(),
        color,
        from.size(),
        from.action(),
        from.direction(),
        from.speed(),
        from.accessory(),
        from.companion(),
        sign,
        camera,
        style,
        from.look());
  }
}
