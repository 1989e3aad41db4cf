package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CameraTest {
  private static final Shot SHOT = new Shot(128, 128, 32, 16);

  @Test
  void movesAllLayersAlikeWhenItTurnsOrZooms() {
    for (String name : List.of("pan left", "pan right", "tilt up", "tilt down", "handheld shot")) {
      Camera camera = end(name);
      assertThat(camera.screenX(0.1, 1)).isCloseTo(camera.screenX(0.1, 9), within(1e-9));
      assertThat(camera.screenY(0.1, 1)).isCloseTo(camera.screenY(0.1, 9), within(1e-9));
    }
    assertThat(end("zoom in").scale(1)).isEqualTo(end("zoom in").scale(9));
  }

  @Test
  void movesNearLayersMoreWhenItTravels() {
    assertThat(Math.abs(end("truck right").screenX(0, 1)))
        .isGreaterThan(4 * Math.abs(end("truck right").screenX(0, 9)));
    assertThat(Math.abs(end("pedestal up").screenY(0, 1)))
        .isGreaterThan(4 * Math.abs(end("pedestal up").screenY(0, 9)));
    assertThat(end("push in").scale(1)).isGreaterThan(1.3);
    assertThat(end("push in").scale(9)).isLessThan(1.05);
  }

  @Test
  void zoomsAtMostOneAndAHalfTimes() {
    for (String name : Vocabulary.get().values("camera")) {
      assertThat(end(name).scale(1)).as(name).isLessThanOrEqualTo(1.5);
    }
  }

  @Test
  void goesWhereItsNameSays() {
    assertThat(end("pan right").screenX(0, 1)).isNegative();
    assertThat(end("pan left").screenX(0, 1)).isPositive();
    assertThat(end("truck right").screenX(0, 1)).isNegative();
    assertThat(end("tilt up").screenY(0, 1)).isPositive();
    assertThat(end("pedestal down").screenY(0, 1)).isNegative();
    assertThat(end("pull out").scale(1)).isLessThan(start("pull out").scale(1));
    assertThat(end("zoom out").scale(1)).isLessThan(start("zoom out").scale(1));
  }

  @Test
  void keepsATrackedSubjectInTheMiddle() {
    Scene scene =
        Scenes.filmed(Scenes.acting("car", "small", "rolls", "quickly"), "tracking shot", "plain");
    Motion motion = Motion.of(scene, SHOT);
    double first = at(scene, motion, 0).screenX(motion.at(0).x(), 1);
    double last = at(scene, motion, 1.9).screenX(motion.at(1.9).x(), 1);
    assertThat(last).isCloseTo(first, within(1e-9));
    assertThat(at(scene, motion, 1.9).screenX(0, 4)).isLessThan(at(scene, motion, 0).screenX(0, 4));
  }

  private static Camera end(String name) {
    Scene scene = Scenes.filmed(Scenes.at("city", "day", "clear"), name, "plain");
    return at(scene, Motion.of(scene, SHOT), 2);
  }

  private static Camera start(String name) {
    Scene scene = Scenes.filmed(Scenes.at("city", "day", "clear"), name, "plain");
    return at(scene, Motion.of(scene, SHOT), 0);
  }

  private static Camera at(Scene scene, Motion motion, double time) {
    return Camera.at(scene, motion, 2, time);
  }
}
