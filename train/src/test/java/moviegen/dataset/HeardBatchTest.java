package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class HeardBatchTest {
  @Test
  void aPartIsWhatItsSoundsAre() {
    var sound = new SoundBatch(3, 2, new float[] {0, 0, 1, 1, 2, 2});
    var batch =
        new HeardBatch(
            sound, new float[] {0, 1, 1, 0, 1, 1}, new int[] {-1, 0, 1}, new int[] {-1, 2, 0});

    var part = batch.part(1, 2);

    try (var _ = Scope.open()) {
      assertThat(part.sound().tensor().shape()).containsExactly(2, 2);
      assertThat(HostMemory.floats(part.sound().tensor())).containsExactly(1, 1, 2, 2);
      assertThat(HostMemory.floats(part.kindsTensor())).containsExactly(1, 0, 1, 1);
      assertThat(HostMemory.floats(part.musicTensor())).containsExactly(1, 1);
    }
    assertThat(part.withMusic()).containsExactly(0, 1);
    assertThat(part.paces()).containsExactly(2, 0);
  }
}
