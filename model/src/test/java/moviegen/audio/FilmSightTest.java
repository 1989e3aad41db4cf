package moviegen.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import moviegen.clip.ClipConfig;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class FilmSightTest {
  private static final ClipConfig CLIP = ClipConfig.miniature(10);

  @Test
  void aFilmThatStandsHasNoChanges() {
    var config = SightConfig.of(CLIP.embedding(), CLIP.grid());
    try (var params = Params.random();
        var _ = Scope.open()) {
      var sight = new FilmSight(params, CLIP, config, DType.FLOAT32);
      var frame = Ops.randn(1, CLIP.imageSize(), CLIP.imageSize(), 3);
      var kept = sight.look(Ops.cat(List.of(frame, frame, frame), 0)).unsqueeze(0);
      assertThat(kept.shape()).containsExactly(1, 3, config.kept());
      var whole = FilmSight.withChanges(kept, config);
      assertThat(whole.shape()).containsExactly(1, 3, config.width());
      int changes = config.width() - config.kept();
      assertThat(HostMemory.floats(whole.narrow(2, config.kept(), changes).abs().max())[0])
          .isLessThan(1e-5f);
    }
  }

  @Test
  void thePooledFormIsTheEmbeddingAlone() {
    var config = SightConfig.pooled(CLIP.embedding());
    try (var params = Params.random();
        var _ = Scope.open()) {
      var sight = new FilmSight(params, CLIP, config, DType.FLOAT32);
      var kept = sight.look(Ops.randn(2, CLIP.imageSize(), CLIP.imageSize(), 3)).unsqueeze(0);
      assertThat(kept.size(2)).isEqualTo(CLIP.embedding());
      assertThat(FilmSight.withChanges(kept, config).size(2)).isEqualTo(CLIP.embedding());
    }
  }

  @Test
  void looksTheSameWayWhereverItIsBuilt() {
    var config = SightConfig.of(CLIP.embedding(), CLIP.grid());
    try (var first = Params.random();
        var second =
            Params.frozen((name, _, _) -> Objects.requireNonNull(first.asMap().get(name)).copy());
        var _ = Scope.open()) {
      var frames = Ops.randn(2, CLIP.imageSize(), CLIP.imageSize(), 3);
      var one = new FilmSight(first, CLIP, config, DType.FLOAT32).look(frames);
      var other = new FilmSight(second, CLIP, config, DType.FLOAT32).look(frames);
      assertThat(other.sameAs(one)).isTrue();
    }
  }
}
