package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import moviegen.checkpoint.Checkpoint;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnDecoderTest {
  @TempDir Path folder;

  @Test
  void theDecoderLearnsAndTheLatentsStay() {
    var cast = new CastFolder(folder.resolve("cast"));
    var recipes = new Recipes(cast, folder.resolve("runs"), DType.FLOAT32, true);
    train(recipes, "autoencoder");
    String before = cast.sha256("autoencoder");
    float[] encoder = read(cast, "encoder.stem.weight");
    float[] mean = read(cast, "latent.mean");
    float[] decoder = read(cast, "decoder.stem.weight");

    train(recipes, "decoder");

    assertThat(read(cast, "encoder.stem.weight")).isEqualTo(encoder);
    assertThat(read(cast, "latent.mean")).isEqualTo(mean);
    assertThat(read(cast, "decoder.stem.weight")).isNotEqualTo(decoder);
    assertThat(cast.hashesOf("autoencoder"))
        .startsWith(cast.sha256("autoencoder"))
        .endsWith(before);
  }

  @Test
  void anothersEncoderIsRefused() {
    var own = new Recipes(new CastFolder(folder.resolve("own")), folder, DType.FLOAT32, true);
    train(own, "autoencoder");
    var others = new CastFolder(folder.resolve("others"));
    others.put("autoencoder", "autoencoder.safetensors", LearnDecoderTest::write);
    try (var trainer = Trainer.open(own.named("decoder"), RunFolder.of(folder, "decoder"))) {
      assertThatThrownBy(() -> trainer.startFrom(others))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is another than the one whose decoder is to learn");
      trainer.startFrom(own.cast());
    }
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "another");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void train(Recipes recipes, String name) {
    TerminalRun.run(
        recipes.named(name).withSteps(3),
        recipes.runs(),
        recipes.cast(),
        Optional.empty(),
        Optional.empty());
  }

  private static float[] read(CastFolder cast, String name) {
    try (var _ = Scope.open();
        var checkpoint = Checkpoint.open(cast.file("autoencoder"))) {
      return HostMemory.floats(checkpoint.read(name));
    }
  }
}
