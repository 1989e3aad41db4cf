package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import moviegen.media.Frames;
import moviegen.world.Prompt;
import moviegen.world.Split;
import moviegen.world.WordChange;
import org.junit.jupiter.api.Test;

class WordEffectTest {
  private static final List<WordChange> CHANGES = WordChange.of(Split.DEV, 6, 1);

  private final Map<Frames, Map<String, String>> truths = new HashMap<>();
  private final Map<String, Frames> films = new HashMap<>();

  /** An empty film of its own for every prompt. */
  private Frames film(Prompt prompt) {
    return films.computeIfAbsent(
        prompt.id(),
        _ -> {
          var film = Frames.black(1, 16, 16 * (films.size() + 1), 16);
          truths.put(film, prompt.truth());
          return film;
        });
  }

  private Report report(Reader reader) {
    return WordEffect.of(
        CHANGES, (prompt, _) -> film(prompt), Map.of("learned", reader), "here", (_, _) -> {});
  }

  @Test
  void aFilmThatFollowsItsPromptChangesInOneThing() {
    var report = report(film -> truths.getOrDefault(film, Map.of()));
    assertThat(value(report, "learned/changed")).isEqualTo(1);
    assertThat(value(report, "learned/changed as asked")).isEqualTo(1);
    assertThat(value(report, "learned/others changed")).isZero();
    assertThat(report.mean()).isEqualTo(1);
  }

  @Test
  void aFilmThatDoesNotListenDoesNotChange() {
    var report = report(_ -> Map.of("color", "red"));
    assertThat(value(report, "learned/changed")).isZero();
    assertThat(value(report, "learned/others changed")).isZero();
  }

  private static double value(Report report, String name) {
    return report.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .score()
        .value();
  }
}
