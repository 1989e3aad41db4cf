package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;
import moviegen.transformer.TransformerConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTowersTest {
  private static final List<String> NAMES = TransformerConfig.PAPER_TOWERS;
  private static final String PROMPT = "a red ball \"AB\"";

  @TempDir static Path folder;
  private static OwnCast cast;

  @BeforeAll
  static void write() {
    cast = MiniatureCast.writeWithTowers(folder).own();
  }

  private static List<float[]> read(OwnCast cast) {
    try (var _ = Scope.open();
        var _ = Native.noGrad();
        var reader = TextReader.open(cast, NAMES, DType.FLOAT32)) {
      return reader.read(PROMPT).stream()
          .map(tokens -> HostMemory.floats(tokens.features()))
          .toList();
    }
  }

  @Test
  void eachTowerSwitchedOffChangesOnlyItsTokens() {
    var all = read(cast);
    for (int off = 0; off < NAMES.size(); off++) {
      var some = read(cast.without(NAMES.get(off)));
      for (int i = 0; i < NAMES.size(); i++) {
        var same = assertThat(some.get(i)).as("%s without %s", NAMES.get(i), NAMES.get(off));
        if (i == off) {
          same.isNotEqualTo(all.get(i));
        } else {
          same.isEqualTo(all.get(i));
        }
      }
    }
  }

  @Test
  void theFilmOfASilentTowerIsAnotherAndSaysSo() {
    var request = ImageRequest.of(PROMPT).withSize(new FrameSize(64, 64)).withSteps(2);
    try (var all = Studio.open(cast);
        var without = Studio.open(cast.without("bytes"))) {
      var film = without.generate(request);
      assertThat(film.frames().pixels()).isNotEqualTo(all.generate(request).frames().pixels());
      assertThat(film.recipe().text("without")).isEqualTo("bytes");
      assertThat(cast.as(film.recipe()).silent()).contains("bytes");
    }
  }

  @Test
  void namesTheTowerThatIsMissing(@TempDir Path other) throws IOException {
    MiniatureCast.writeWithTowers(other);
    var mapper = new JsonMapper();
    var index = (ObjectNode) mapper.readTree(other.resolve("cast.json").toFile());
    index.withObjectProperty("parts").remove("clip");
    Files.writeString(other.resolve("cast.json"), mapper.writeValueAsString(index));
    try (var studio = Studio.open(Cast.open(other))) {
      var request = ImageRequest.of(PROMPT).withSize(new FrameSize(64, 64)).withSteps(1);
      assertThatThrownBy(() -> studio.generate(request))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "The part \"transformer\" of the cast \"miniature\" works with a part \"clip\","
                  + " which is not there.");
    }
  }

  @Test
  void saysHowFarALongPromptIsRead() {
    var words = "a red ball bounces ".repeat(20);
    var unread = Unread.of(words + "\"ABCDEFGHIJKLMNOPQR\"", cast);
    assertThat(unread.sentences())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("The prompt is longer than this cast reads; it goes as far as \"… ");
    assertThat(unread.quote()).contains("ABCDEFGHIJKLMNO");
    assertThat(Unread.of("a red ball", cast).sentences()).isEmpty();
  }
}
