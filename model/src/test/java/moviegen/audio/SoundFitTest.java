package moviegen.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class SoundFitTest {
  private static final SightConfig SIGHT = new SightConfig(6, 0, 0, 0);
  private static final SoundFitConfig CONFIG = SoundFitConfig.miniature(5, SIGHT);

  @Test
  void scoresAreCosinesOfEachPairByItself() {
    try (var params = Params.random();
        var _ = Scope.open()) {
      var fit = new SoundFit(params, CONFIG);
      var film = Ops.randn(3, 20, SIGHT.width());
      var sound = Ops.randn(3, 20, 5);
      float[] together = HostMemory.floats(fit.score(film, sound));
      for (int i = 0; i < together.length; i++) {
        assertThat(together[i]).isBetween(-1f, 1f);
        var alone = fit.score(film.narrow(0, i, 1), sound.narrow(0, i, 1));
        assertThat(alone.item())
            .isCloseTo(together[i], org.assertj.core.api.Assertions.within(1e-5f));
      }
    }
  }

  @Test
  void learningTellsASoundFromTheSameAtAnotherTime() {
    Ops.manualSeed(3);
    try (var params = Params.random();
        var _ = Scope.open()) {
      var fit = new SoundFit(params, CONFIG);
      var film = Ops.randn(4, 20, SIGHT.width());
      var sound = Ops.cat(List.of(film.narrow(2, 0, 5)), 2);
      var late = Ops.cat(List.of(sound.narrow(1, 5, 15), sound.narrow(1, 0, 5)), 1);
      double before = fit.loss(film, sound, late).item();
      for (int step = 0; step < 30; step++) {
        try (var _ = Scope.open()) {
          fit.loss(film, sound, late).backward();
          params
              .asMap()
              .values()
              .forEach(
                  p -> {
                    if (p.hasGrad()) {
                      var flat = p.detach();
                      flat.add_(p.grad().mul(-0.3));
                      p.grad().zero_();
                    }
                  });
        }
      }
      assertThat(fit.loss(film, sound, late).item()).isLessThan((float) (0.7 * before));
    }
  }
}
