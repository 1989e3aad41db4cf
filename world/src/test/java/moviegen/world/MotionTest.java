package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MotionTest {
  private static final Shot SHOT = new Shot(128, 128, 64, 16);

  @Test
  void fallsWithConstantAccelerationBetweenTwoBounces() {
    Motion motion = Motion.of(Scenes.acting("ball", "small", "bounces", "none"), SHOT);
    double start = motion.events().getFirst().seconds() + 0.05;
    double step = 0.02;
    for (double time = start; time < start + 0.3; time += step) {
      double second =
          motion.at(time).lift()
              - 2 * motion.at(time + step).lift()
              + motion.at(time + 2 * step).lift();
      assertThat(second / (step * step)).isCloseTo(-Motion.GRAVITY, within(1e-6));
    }
  }

  @Test
  void keepsTheShareOfSpeedThatRestitutionSays() {
    List<Arc> arcs = Arc.bounces(0.4, Motion.GRAVITY, Motion.RESTITUTION, 0.5, 1.2);
    double ratio = arcs.get(1).apex() / arcs.get(0).apex();
    assertThat(ratio).isCloseTo(Motion.RESTITUTION * Motion.RESTITUTION, within(1e-12));
  }

  @Test
  void touchesTheGroundWhenAnEventSaysSo() {
    for (String action : List.of("bounces", "hops", "falls")) {
      String subject = action.equals("bounces") ? "ball" : "cat";
      Motion motion = Motion.of(Scenes.acting(subject, "small", action, "none"), SHOT);
      assertThat(motion.events()).isNotEmpty();
      for (Event event : motion.events()) {
        assertThat(motion.at(event.seconds()).lift()).isCloseTo(0, within(1e-6));
      }
    }
  }

  @Test
  void rollsWithoutSliding() {
    Motion motion = Motion.of(Scenes.acting("ball", "large", "rolls", "none"), SHOT);
    double way = motion.at(3).x() - motion.at(1).x();
    double turned = motion.at(3).rotation() - motion.at(1).rotation();
    assertThat(turned * motion.layout().tall() / 2).isCloseTo(way, within(1e-9));
  }

  @Test
  void hurriesWhenItIsQuick() {
    double slow = steps("slowly");
    double plain = steps("none");
    double quick = steps("quickly");
    assertThat(slow).isLessThan(plain);
    assertThat(plain).isLessThan(quick);
  }

  @Test
  void comesNearerWhenItGoesToward() {
    for (String direction : List.of("toward", "away")) {
      Scene scene =
          new Scene(
              9,
              "city",
              "day",
              "clear",
              "dog",
              "red",
              "large",
              "walks",
              direction,
              "none",
              "none",
              Optional.empty(),
              Optional.empty(),
              "static shot",
              "plain",
              Optional.empty());
      Motion motion = Motion.of(scene, SHOT);
      double growth = motion.at(3.9).scale() / motion.at(0).scale();
      if (direction.equals("toward")) {
        assertThat(growth).isGreaterThan(1.5);
      } else {
        assertThat(growth).isLessThan(0.7);
      }
    }
  }

  private static int steps(String speed) {
    return Motion.of(Scenes.acting("person", "large", "walks", speed), SHOT).events().size();
  }
}
