package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import moviegen.audio.Ear;
import moviegen.audio.EarConfig;
import moviegen.audio.SoundConfig;
import moviegen.audio.SoundFitConfig;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundRecipesTest {
  @TempDir private Path folder;

  @Test
  void aMiniatureGoesFromNothingToAllPartsOfSound() {
    var cast = new CastFolder(folder.resolve("cast"));
    var recipes = new Recipes(cast, folder.resolve("runs"), DType.FLOAT32, true);
    for (var name : List.of("text", "clip", "codec", "ear", "sync", "sound")) {
      TerminalRun.run(
          recipes.named(name).withSteps(3),
          recipes.runs(),
          cast,
          Optional.empty(),
          Optional.empty());
    }
    var sound = cast.config("sound", SoundConfig.class);
    assertThat(sound.sight()).isEqualTo(cast.config("sync", SoundFitConfig.class).sight());
    assertThat(sound.transformer().videoWidth()).isEqualTo(sound.sight().width());
    assertThat(cast.metadata("sound").get("moviegen.needs"))
        .contains(cast.sha256("codec"), cast.sha256("clip"), cast.sha256("text"));
    assertThat(kindsHeard(cast)).isEqualTo(cast.config("ear", EarConfig.class).kinds().size());
  }

  private static long kindsHeard(CastFolder cast) {
    var config = cast.config("ear", EarConfig.class);
    return cast.load(
        "ear",
        DType.FLOAT32,
        source -> {
          try (var params = Params.frozen(source);
              var _ = Scope.open()) {
            return new Ear(params, config).listen(Ops.randn(1, 9600)).kinds().size(1);
          }
        });
  }
}
