package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import moviegen.media.Frames;
import org.junit.jupiter.api.Test;

class FilmSheetTest {
  @Test
  void takesPromptsAndSeedsInOrder() {
    var asked = new ArrayList<String>();
    var sheet =
        FilmSheet.of(
            request -> {
              asked.add(request.prompt() + " " + request.seed());
              return Frames.black(8, 16, 32, 16);
            },
            List.of("a ball", "a cube"),
            3,
            (_, _) -> {});
    assertThat(asked).containsExactly("a ball 1", "a cube 2");
    assertThat(sheet.count()).isEqualTo(1);
    assertThat(sheet.height()).isGreaterThanOrEqualTo(2 * 16);
    assertThat(sheet.width()).isGreaterThanOrEqualTo(3 * 32);
  }
}
