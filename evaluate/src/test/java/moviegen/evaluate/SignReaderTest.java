package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"I", "GO", "QOD", "JAVA", "WMNBZ"})
  void readsWhatIsWritten(String word) {
    var film = Renderer.render(scene(Optional.of(word)), new Shot(144, 112, 2, 16));
    assertThat(SignReader.read(List.of(Luma.of(film, 0), Luma.of(film, 1)))).hasValue(word);
  }

  @Test
  void readsNothingWhereThereIsNoSign() {
    var film = Renderer.render(scene(Optional.empty()), new Shot(144, 112, 1, 16));
    assertThat(SignReader.read(List.of(Luma.of(film, 0)))).isEmpty();
  }

  private static Scene scene(Optional<String> sign) {
    return new Scene(
        3,
        "meadow",
        "day",
        "clear",
        "ball",
        "red",
        "small",
        "spins",
        "none",
        "none",
        "none",
        Optional.empty(),
        sign,
        "static shot",
        "plain",
        Optional.empty());
  }
}
