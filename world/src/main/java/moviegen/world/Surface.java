package moviegen.world;

/**
 * What a place's ground does to a touch.
 *
 * @param hardness how much of the body's own sound it lets ring, 0 to 1
 * @param crunch how loud the ground itself is, 0 to 1
 * @param hertz around which frequency the ground is heard
 * @param seconds how long
 */
record Surface(double hardness, double crunch, double hertz, double seconds) {
  static Surface of(String place, String weather) {
    var ground =
        switch (place) {
          case "beach", "desert" -> new Surface(0.35, 0.5, 1900, 0.10);
          case "forest" -> new Surface(0.45, 0.6, 3600, 0.15);
          case "city" -> new Surface(1.0, 0.12, 5200, 0.03);
          case "snowfield" -> new Surface(0.3, 0.75, 2700, 0.13);
          case "mountains" -> new Surface(0.95, 0.25, 4200, 0.05);
          case "space" -> new Surface(0.7, 0.15, 800, 0.08);
          default -> new Surface(0.5, 0.35, 4600, 0.08);
        };
    return weather.equals("rain")
        ? new Surface(ground.hardness, ground.crunch + 0.2, 0.5 * (ground.hertz + 2400), 0.12)
        : ground;
  }
}
