package moviegen.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import moviegen.media.Encoding;
import moviegen.media.Frames;
import moviegen.media.Picture;
import moviegen.media.Tags;
import moviegen.media.VideoWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {
  private static final Recipe RECIPE =
      Recipe.EMPTY
          .with("prompt", "a red ball \"bounces\" am Strand, 日本 🎬")
          .with("seed", -9_007_199_254_740_993L)
          .with("steps", 50)
          .with("guidance", 7.5)
          .with("schedule", "linear-quadratic")
          .with("weights", Map.of("transformer", "0123abc"))
          .with("understood", List.of("red", "ball"));

  @TempDir Path folder;

  @Test
  void comesBackFromAFilm() {
    var file = folder.resolve("film.mp4");
    VideoWriter.write(file, Frames.black(2, 32, 32, 16), Encoding.FINE, Provenance.tags(RECIPE));
    assertCarried(file);
  }

  @Test
  void comesBackFromAPicture() {
    var file = folder.resolve("picture.png");
    Picture.write(file, Frames.black(1, 32, 32, 1), Provenance.tags(RECIPE));
    assertCarried(file);
  }

  private static void assertCarried(Path file) {
    var found = Provenance.of(file).orElseThrow();
    assertThat(found.text(Provenance.SOURCE_TYPE)).isEqualTo(Mark.DIGITAL_SOURCE_TYPE);
    assertThat(found.json()).startsWith(RECIPE.json().substring(0, RECIPE.json().length() - 1));
    assertThat(found.text("prompt")).isEqualTo(RECIPE.text("prompt"));
    assertThat(found.integer("seed")).isEqualTo(-9_007_199_254_740_993L);
    assertThat(found.decimal("guidance")).isEqualTo(7.5);
    assertThat(Provenance.isMarked(file)).isTrue();
  }

  @Test
  void isAbsentFromOtherFiles() {
    var plain = folder.resolve("plain.mp4");
    VideoWriter.write(plain, Frames.black(2, 32, 32, 16), Encoding.FINE, Tags.NONE);
    var chatty = folder.resolve("chatty.mp4");
    VideoWriter.write(
        chatty, Frames.black(2, 32, 32, 16), Encoding.FINE, Tags.comment("{made by hand}"));
    assertThat(Provenance.of(plain)).isEmpty();
    assertThat(Provenance.of(chatty)).isEmpty();
    assertThat(Provenance.isMarked(plain)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "{\"a\":1} x", "{\"a\":", "nonsense"})
  void refusesWhatIsNoObject(String json) {
    assertThatThrownBy(() -> Recipe.parse(json)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesWhatARecipeLacks() {
    assertThatThrownBy(() -> RECIPE.text("cast")).hasMessage("The recipe has no cast.");
    assertThatThrownBy(() -> RECIPE.integer("guidance"))
        .hasMessage("The recipe's guidance is a whole number, got 7.5.");
    assertThatThrownBy(() -> RECIPE.text("steps"))
        .hasMessage("The recipe's steps is a text, got 50.");
    assertThatThrownBy(() -> RECIPE.with("thread", new Thread()))
        .hasMessageContaining("thread is a Thread");
  }

  @Test
  void keepsItsOrder() {
    assertThat(Recipe.parse("{\"b\":1,\"a\":null,\"c\":2.5}").json())
        .isEqualTo("{\"b\":1,\"c\":2.5}");
  }
}
