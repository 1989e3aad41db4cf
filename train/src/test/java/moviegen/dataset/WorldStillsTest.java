package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import moviegen.world.Scene;
import org.junit.jupiter.api.Test;

class WorldStillsTest {
  private static WorldStills stills() {
    return new WorldStills(5, Scene::training, 16, 4);
  }

  @Test
  void aBatchIsTheSameWhateverCameBefore() {
    var one = stills();
    for (int step = 0; step < 3; step++) {
      one.batch(step, 8);
    }
    var late = one.batch(3, 8);
    var alone = stills().batch(3, 8);
    assertThat(alone.captions()).isEqualTo(late.captions());
    assertThat(alone.covered()).isEqualTo(late.covered());
    for (int i = 0; i < 8; i++) {
      assertThat(alone.stills().get(i).pixels()).isEqualTo(late.stills().get(i).pixels());
    }
  }

  @Test
  void aQuarterOfABatchIsNew() {
    var stills = stills();
    Set<Object> seen = new HashSet<>();
    stills.batch(0, 8).stills().forEach(still -> seen.add(still.pixels()));
    var next = stills.batch(1, 8);
    assertThat(next.stills().subList(0, 2)).noneMatch(still -> seen.contains(still.pixels()));
  }
}
