package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import moviegen.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesTest {
  @TempDir Path folder;

  @Test
  void miniatureGoesFromNothingToAWholeCast() {
    var cast = new CastFolder(folder.resolve("cast"));
    var recipes = new Recipes(cast, folder.resolve("runs"), DType.FLOAT32, true);
    for (var recipe : recipes.all()) {
      TerminalRun.run(recipe, recipes.runs(), cast, Optional.empty(), Optional.empty());
    }
    recipes.average();
    for (var part :
        List.of("autoencoder", "text", "clip", "bytes", "transformer", "tokenizer", "words")) {
      assertThat(cast.has(part)).as(part).isTrue();
    }
    assertThat(cast.metadata("transformer"))
        .containsEntry("moviegen.steps", "60")
        .containsEntry("moviegen.recipe", "average of fine-a, fine-b, fine-c");
  }

  @Test
  void namesTheRecipesThereAre() {
    var recipes = new Recipes(new CastFolder(folder), folder, DType.FLOAT32, true);
    assertThatThrownBy(() -> recipes.named("music"))
        .hasMessageStartingWith("There is no recipe \"music\", expected one of autoencoder, decoder,");
  }
}
