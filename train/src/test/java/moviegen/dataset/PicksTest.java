package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import moviegen.world.HeldOut;
import moviegen.world.Scene;
import moviegen.world.Shot;
import org.junit.jupiter.api.Test;

class PicksTest {
  private static final Shot SHOT = new Shot(128, 128, 32, 16);

  @Test
  void areAlwaysTheSameGoodScenesAndNoneThatIsHeldOut() {
    long[] seeds = Picks.seeds(new SplittableRandom(5), 6, SHOT);
    assertThat(Picks.seeds(new SplittableRandom(5), 6, SHOT)).isEqualTo(seeds);
    assertThat(Arrays.stream(seeds).mapToObj(Scene::training))
        .allMatch(scene -> Picks.isGood(scene, SHOT))
        .noneMatch(HeldOut::contains);
  }

  @Test
  void leaveSomeScenesOut() {
    var good =
        new SplittableRandom(1).longs(40).filter(seed -> Picks.isGood(Scene.training(seed), SHOT));
    assertThat(good.count()).isBetween(4L, 36L);
  }
}
