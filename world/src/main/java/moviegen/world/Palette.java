package moviegen.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The inks of one subject: role to color, grown from the subject's color and a person's look. */
final class Palette {
  private static final Map<String, Integer> COLORS =
      Map.ofEntries(
          Map.entry("red", 0xdf3430),
          Map.entry("orange", 0xf78a1d),
          Map.entry("yellow", 0xf8d22c),
          Map.entry("green", 0x3aa648),
          Map.entry("blue", 0x2d6cdf),
          Map.entry("purple", 0x8647cf),
          Map.entry("pink", 0xf583b9),
          Map.entry("brown", 0x87572f),
          Map.entry("black", 0x2c2b33),
          Map.entry("white", 0xf3f1ec));
  private static final Map<String, Integer> FIXED =
      Map.ofEntries(
          Map.entry("ink", 0x26222b),
          Map.entry("white", 0xffffff),
          Map.entry("cream", 0xfff0d2),
          Map.entry("accent", 0xfff0d2),
          Map.entry("glass", 0xbfe4f2),
          Map.entry("metal", 0x9aa3ad),
          Map.entry("wood", 0x7a5536),
          Map.entry("lamp", 0xffe48a),
          Map.entry("flame", 0xff9a2e),
          Map.entry("beak", 0xf4a227),
          Map.entry("beak dark", 0xcf7f17),
          Map.entry("pants", 0x414a63),
          Map.entry("shoe", 0x3a2d2a),
          Map.entry("felt", 0x3d3a52),
          Map.entry("felt dark", 0x2b293d),
          Map.entry("ribbon", 0xe9c46a),
          Map.entry("wool", 0xd9485f),
          Map.entry("wool dark", 0xb4334b));
  private static final Map<String, Integer> SKIN =
      Map.of("light", 0xf6d3b8, "tan", 0xdca97e, "brown", 0xa86f45, "dark", 0x6d4630);
  private static final Map<String, Integer> HAIR =
      Map.of(
          "black", 0x2a2428, "blond", 0xeac868, "brown", 0x6b4426, "red", 0xb8502a, "gray",
          0xb9b9bd, "bald", 0x5c4433, "bun", 0xb9b9bd);

  private final Map<String, Integer> inks = new HashMap<>(FIXED);

  Palette(String color, Optional<Look> look) {
    int main = color(color);
    int luma = Rgb.luma(main);
    inks.put("main", main);
    inks.put("dark", Rgb.mix(main, luma > 225 ? 0x9f9a94 : 0x1a1020, luma > 225 ? 0.35 : 0.27));
    inks.put("light", Rgb.mix(main, 0xffffff, luma > 225 ? 0.9 : luma < 60 ? 0.2 : 0.34));
    look.ifPresent(
        person -> {
          int skin = SKIN.getOrDefault(person.skin(), 0xf6d3b8);
          inks.put("skin", skin);
          inks.put("skin dark", Rgb.mix(skin, 0x3a1a10, 0.2));
          String hair = person.hair();
          String shade =
              hair.startsWith("gray") ? "gray" : hair.substring(hair.lastIndexOf(' ') + 1);
          inks.put("hair", HAIR.getOrDefault(shade, 0x5c4433));
        });
  }

  /** The same inks in a light. */
  Palette lit(Light light) {
    inks.replaceAll((_, rgb) -> light.onSubject(rgb));
    return this;
  }

  /** The color that a color word means. */
  static int color(String word) {
    Integer rgb = COLORS.get(word);
    if (rgb == null) {
      throw new IllegalArgumentException(
          "a color is one of %s, got \"%s\"".formatted(COLORS.keySet(), word));
    }
    return rgb;
  }

  /** The ink of a role. */
  int ink(String role) {
    Integer rgb = inks.get(role);
    if (rgb == null) {
      throw new IllegalArgumentException("no ink is called \"" + role + "\"");
    }
    return rgb;
  }
}
