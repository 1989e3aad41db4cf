package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import moviegen.media.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
  private static final List<String> HUES =
      List.of("red", "orange", "yellow", "green", "blue", "purple", "pink");

  @ParameterizedTest
  @CsvSource({"128,128,32", "176,96,32", "96,176,32", "128,128,160"})
  void standsInsideTheFrameForThreeQuartersOfTheFilm(int width, int height, int frames) {
    var shot = new Shot(width, height, frames, 16);
    for (int seed = 0; seed < 60; seed++) {
      Scene scene = Scene.random(seed);
      long inside = Track.of(scene, shot).spots().stream().filter(spot -> spot.area() > 20).count();
      assertThat(inside).as("scene %d", seed).isGreaterThanOrEqualTo(frames * 3L / 4);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ball", "cube", "star", "balloon", "fish", "bird", "cat", "dog", "car", "boat", "rocket",
        "robot", "person"
      })
  void isSixteenPixelsHighWhenSmallAndThirtyTwoWhenLarge(String subject) {
    String action = Vocabulary.get().actions(subject).contains("stands") ? "stands" : "spins";
    var shot = new Shot(128, 128, 1, 16);
    var small = Track.of(Scenes.acting(subject, "small", action, "none"), shot).spots().getFirst();
    var large = Track.of(Scenes.acting(subject, "large", action, "none"), shot).spots().getFirst();
    assertThat(small.bottom() - small.top()).isBetween(15, 30);
    assertThat(large.bottom() - large.top()).isBetween(32, 66);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "pixel art",
        "neon cyberpunk",
        "pencil sketch",
        "watercolor",
        "golden",
        "ancient mosaic"
      })
  void keepsItsHueInEveryStyleAndLight(String style) {
    var shot = new Shot(80, 80, 1, 16);
    for (String time : Vocabulary.get().values("time")) {
      for (String weather : Vocabulary.get().values("weather")) {
        for (String color : HUES) {
          Scene scene =
              Scenes.colored(
                  Scenes.filmed(Scenes.at("beach", time, weather), "static shot", style), color);
          double seen = hue(Renderer.render(scene, shot), Renderer.masks(scene, shot).getFirst());
          double meant = Rgb.hue(Palette.color(color));
          double apart = Math.abs((seen - meant + 540) % 360 - 180);
          assertThat(apart).as("%s at %s in %s, %s", color, time, weather, style).isLessThan(20);
        }
      }
    }
  }

  @Test
  void isSeenByItsMaskWheneverItIsInTheFrame() {
    for (int seed = 300; seed < 340; seed++) {
      for (Mask mask : Renderer.masks(Scene.random(seed), new Shot(96, 96, 3, 2))) {
        assertThat(mask.area()).as("scene %d", seed).isPositive();
      }
    }
  }

  /**
   * The mean direction of the hues well inside a mask, where the lens mixes in nothing else; gray
   * weighs nothing.
   */
  private static double hue(Frames film, Mask mask) {
    double x = 0;
    double y = 0;
    var pixels = film.frame(0);
    for (int i = mask.bits().nextSetBit(0); i >= 0; i = mask.bits().nextSetBit(i + 1)) {
      if (!inside(mask, i)) {
        continue;
      }
      float[] hsb =
          Color.RGBtoHSB(
              pixels.get(3 * i) & 255,
              pixels.get(3 * i + 1) & 255,
              pixels.get(3 * i + 2) & 255,
              null);
      x += hsb[1] * hsb[2] * Math.cos(2 * Math.PI * hsb[0]);
      y += hsb[1] * hsb[2] * Math.sin(2 * Math.PI * hsb[0]);
    }
    return (Math.toDegrees(Math.atan2(y, x)) + 360) % 360;
  }

  private static boolean inside(Mask mask, int at) {
    var bits = mask.bits();
    int row = mask.width();
    return at >= row
        && bits.get(at - row)
        && bits.get(at + row)
        && bits.get(at - 1)
        && bits.get(at + 1);
  }
}
