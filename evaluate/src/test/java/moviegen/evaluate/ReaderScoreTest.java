package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReaderScoreTest {
  private static final Report READ =
      ReaderScore.of(
          Map.of("classical", new ClassicalReader()),
          30,
          "./moviegen evaluate readers",
          (_, _) -> {});

  @Test
  void whoSaysTheTruthIsRightAndInventsNothing() {
    var score = new ReaderScore(new ClassicalReader().attributes());
    Footage.scenes().limit(50).forEach(scene -> score.add(scene, ReaderScore.truth(scene)));
    assertThat(score.rows("true"))
        .filteredOn(row -> row.name().contains("/right") || row.name().endsWith("/spoken"))
        .isNotEmpty()
        .allMatch(row -> row.score().value() == 1);
    assertThat(score.rows("true"))
        .filteredOn(row -> row.name().endsWith("/invented"))
        .isNotEmpty()
        .allMatch(row -> row.score().value() == 0);
  }

  @Test
  void whoIsSilentIsNotWrong() {
    var score = new ReaderScore(new ClassicalReader().attributes());
    Footage.scenes().limit(50).forEach(scene -> score.add(scene, Map.of()));
    assertThat(score.rows("silent"))
        .noneMatch(row -> row.name().contains("/right"))
        .allMatch(row -> row.score().value() == 0);
  }

  @Test
  void readersThatSayTheSameAgree() {
    var agreement = new Agreement("two");
    agreement.add(Map.of("color", "red", "camera", "pan left"), Map.of("color", "red"));
    agreement.add(Map.of("color", "red"), Map.of("color", "blue", "sign", "A"));
    assertThat(agreement.rows()).extracting(Row::name).isEqualTo(List.of("two/color"));
    assertThat(agreement.rows().getFirst().score().value()).isEqualTo(0.5);
  }

  @Test
  void theClassicalReaderReadsDrawnFilms() {
    assertThat(value("color/right")).isGreaterThan(0.6);
    assertThat(value("color/spoken")).isGreaterThan(0.4);
    assertThat(value("camera/right")).isGreaterThan(0.45);
    assertThat(value("camera/spoken")).isGreaterThan(0.6);
    assertThat(value("direction/right/left")).isGreaterThan(0.7);
    assertThat(value("direction/right/right")).isGreaterThan(0.7);
    assertThat(value("direction/invented")).isLessThan(0.25);
    assertThat(value("motion/right/moving")).isGreaterThan(0.9);
  }

  @Test
  void itsPageHasARowForEveryScore() {
    assertThat(Page.of(READ).lines().filter(line -> line.startsWith("| classical/")).count())
        .isEqualTo(READ.rows().size());
  }

  private static double value(String name) {
    return READ.rows().stream()
        .filter(row -> row.name().equals("classical/" + name))
        .findFirst()
        .orElseThrow()
        .score()
        .value();
  }
}
