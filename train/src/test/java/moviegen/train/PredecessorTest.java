package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
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
    assertThatThrownBy(() -> Predecessor.of(run, cast, "video-64", "video-128", Set.of()))
        .hasMessage("There is no transformer to go on from; train video-64 first");
  }

  @Test
  void goesOnWithAnotherTowerOnlyWhereThatIsSaid() {
    var cast = new CastFolder(folder.resolve("cast"));
    var run = RunFolder.of(folder, "video-64");
    try (var _ = Scope.open()) {
      var weights = Map.of("weight", Ops.ones(2));
      cast.put(new Shipment("text", weights, Map.of(), Map.of()), Map.of("made", "first"));
      var needs = cast.hashes(List.of("text"));
      cast.put(new Shipment("transformer", weights, Map.of(), needs), Map.of());
      assertThat(Predecessor.of(run, cast, "video-64", "video-128", Set.of()).file()).exists();
      cast.put(new Shipment("text", weights, Map.of(), Map.of()), Map.of("made", "then"));
    }
    assertThatThrownBy(() -> Predecessor.of(run, cast, "video-64", "video-128", Set.of("clip")))
        .hasMessageContaining("was trained with another \"text\" than")
        .hasMessageEndingWith("--changed text goes on with it");
    assertThat(Predecessor.of(run, cast, "video-64", "video-128", Set.of("text")).file()).exists();
  }
}
