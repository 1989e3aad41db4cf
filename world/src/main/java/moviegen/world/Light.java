package moviegen.world;

import com.fasterxml.jackson.databind.JsonNode;

/** The light of a place at a time of day in some weather: what it makes of a color. */
final class Light {
  private static final JsonNode FILE = Resources.json("light.json");

  final String time;
  final boolean space;
  private final String weather;
  private final int[] sky = new int[3];
  private final int tint;
  private final int haze;
  private final int shade;
  private final int subject;
  private final int orb;
  private final int cloud;

  Light(String place, String time, String weather) {
    this.time = time;
    this.weather = weather;
    space = place.equals("space");
    JsonNode node = FILE.get(space ? "space " + time : time);
    tint = Rgb.parse(node.get("tint").asText());
    subject = Rgb.parse(node.get("subject").asText());
    shade = Rgb.parse(node.get("shade").asText());
    haze = weathered(Rgb.parse(node.get("haze").asText()));
    orb = Rgb.parse(node.get("orb").asText());
    cloud = weathered(Rgb.parse(node.get("cloud").asText()));
    for (int i = 0; i < 3; i++) {
      sky[i] = weathered(Rgb.parse(node.get("sky").get(i).asText()));
    }
  }

  /** The sky's color from its top, 0, to the horizon, 1. */
  int sky(double down) {
    double at = Math.clamp(down, 0.0, 1.0);
    return at < 0.6 ? Rgb.mix(sky[0], sky[1], at / 0.6) : Rgb.mix(sky[1], sky[2], (at - 0.6) / 0.4);
  }

  /** A color of the scenery at depth z. */
  int on(int rgb, double z) {
    int snowed = weather.equals("snow") ? Rgb.mix(rgb, 0xf4f8fc, z > 12 ? 0.1 : 0.34) : rgb;
    int lit = weathered(Rgb.multiply(snowed, tint));
    return Rgb.mix(lit, haze, Math.clamp(0.62 * (1 - 1.6 / z), 0.0, 0.62));
  }

  /** A color of the subject, which keeps its hue. */
  int onSubject(int rgb) {
    int lit = Rgb.multiply(rgb, subject);
    return weather.equals("rain") ? Rgb.mix(lit, 0x202838, 0.06) : lit;
  }

  int shade() {
    return shade;
  }

  int orb() {
    return orb;
  }

  int cloud() {
    return cloud;
  }

  /** How many clouds there are for every mean frame side of sky. */
  double clouds() {
    return space ? 0 : weather.equals("clear") ? 1.4 : 3.5;
  }

  private int weathered(int rgb) {
    int gray = Rgb.luma(rgb);
    int dull = Rgb.of(gray, gray, gray);
    return switch (weather) {
      case "rain" -> Rgb.mix(Rgb.mix(rgb, dull, 0.45), 0x3c4a60, 0.22);
      case "snow" -> Rgb.mix(Rgb.mix(rgb, dull, 0.3), 0xdfe8f2, time.equals("night") ? 0.06 : 0.17);
      default -> rgb;
    };
  }
}
