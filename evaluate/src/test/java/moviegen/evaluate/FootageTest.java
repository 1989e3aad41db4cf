package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import moviegen.world.HeldOut;
import org.junit.jupiter.api.Test;

class FootageTest {
  @Test
  void scenesAreHeldOutAndAlwaysTheSame() {
    var scenes = Footage.scenes().limit(20).toList();
    assertThat(scenes).allMatch(HeldOut::contains).doesNotHaveDuplicates();
    assertThat(Footage.scenes().limit(20)).isEqualTo(scenes);
  }

  @Test
  void bucketsTakeTurns() {
    var first = Footage.shot(0, 32);
    assertThat(Footage.shot(5, 32)).isEqualTo(first);
    assertThat(Footage.shot(1, 32).width()).isNotEqualTo(first.width());
  }
}
