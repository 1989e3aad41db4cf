package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredecessorTest {
  @TempDir Path folder;

  @Test
  void twiceAsManyPlacesLieBetweenTheOldOnes() {
    try (var _ = Scope.open()) {
      var table = HostMemory.tensor(new float[] {0, 4, 8, 12, 16, 20}, 6, 1);
      assertThat(HostMemory.floats(Predecessor.stretched(table))).containsExactly(0, 1, 3, 5, 7, 9);
    }
  }

  @Test
  void namesTheStageToTrainFirst() {
    var cast = new CastFolder(folder.resolve("cast"));
    var run = RunFolder.of(folder, "video-64");
    assertThatThrownBy(() -> Predecessor.of(run, cast, "video-64", "video-128"))
        .hasMessage("There is no transformer to go on from; train video-64 first");
  }
}
