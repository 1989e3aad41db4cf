package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.media.Frames;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.world.Prompt;
import moviegen.world.Prompts;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Split;
import moviegen.world.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlignmentTest {
  private static final List<Prompt> PROMPTS = Prompts.of(Tier.T2, Split.DEV, 3, 1);

  @TempDir Path folder;

  private static Frames drawn(Prompt prompt) {
    var scene = TruthScene.of(prompt.truth(), 1).orElseThrow();
    return Renderer.render(scene, Footage.shot(0, 16));
  }

  @ParameterizedTest
  @EnumSource(names = "T4", mode = EnumSource.Mode.EXCLUDE)
  void everyPromptCanBeDrawn(Tier tier) {
    for (var prompt : Prompts.of(tier, Split.DEV, 200, 3)) {
      var scene = TruthScene.of(prompt.truth(), 5);
      assertThat(scene).as(prompt.prompt()).isPresent();
      assertThat(scene.orElseThrow().truth()).containsAllEntriesOf(prompt.truth());
    }
  }

  @Test
  void whatTheWorldHasNotIsNotDrawn() {
    assertThat(TruthScene.of(Map.of("subject", "car", "action", "waves"), 1)).isEmpty();
    assertThat(TruthScene.of(Map.of("place", "space", "weather", "rain"), 1)).isEmpty();
    assertThat(TruthScene.of(Map.of(), 1).map(Scene::seed)).isEqualTo(Optional.of(2000L));
  }

  @Test
  void everythingIsMeasuredFromEndToEnd() {
    try (var params = Params.random()) {
      var report =
          Alignment.of(
              PROMPTS,
              (prompt, _) -> drawn(prompt),
              Map.of("classical", new ClassicalReader()),
              new Autoencoder(params, AutoencoderConfig.MINIATURE, DType.FLOAT32),
              new Disagreements(),
              "here",
              (_, _) -> {});
      var camera =
          report.rows().stream()
              .filter(row -> row.name().equals("classical/all/color"))
              .findFirst()
              .orElseThrow();
      assertThat(camera.chance()).hasValue(0.1);
      assertThat(camera.real()).isPresent();
      assertThat(camera.autoencoded()).isPresent();
      assertThat(report.table()).contains("renders", "autoencoded", "chance");
    }
  }

  @Test
  void filmsAreKeptUnderTheNamesOfTheirPrompts() {
    var made = new int[1];
    FilmSource source =
        (prompt, _) -> {
          made[0]++;
          return drawn(prompt);
        };
    var kept = source.keptIn(folder);
    var first = kept.film(PROMPTS.getFirst(), 0);
    var again = kept.film(PROMPTS.getFirst(), 0);
    assertThat(made[0]).isEqualTo(1);
    assertThat(again.pixels()).isEqualTo(first.pixels());
    assertThat(FilmSource.in(folder).film(PROMPTS.getFirst(), 0).pixels())
        .isEqualTo(first.pixels());
    assertThatThrownBy(() -> FilmSource.in(folder).film(PROMPTS.getLast(), 0))
        .hasMessageStartingWith("A folder of films has one of every prompt, called after its id;");
  }

  @Test
  void whoReadsEverythingRightIsRightAboutEveryStatedAttribute() {
    Reader knows = _ -> Map.of();
    var score = new TruthScore(Map.of("learned", knows));
    PROMPTS.forEach(prompt -> score.add(prompt, Map.of("learned", prompt.truth())));
    assertThat(value(score, "learned/T2/" + TruthScore.EVERY)).isEqualTo(1);
    assertThat(value(score, "learned/all/subject")).isEqualTo(1);
    assertThat(value(score, "learned/all/broken")).isZero();
    assertThat(score.mean()).isEqualTo(1);
  }

  @Test
  void silenceIsNotRight() {
    Reader silent = _ -> Map.of();
    var score = new TruthScore(Map.of("learned", silent));
    var said = new LinkedHashMap<>(PROMPTS.getFirst().truth());
    said.remove("color");
    score.add(PROMPTS.getFirst(), Map.of("learned", said));
    assertThat(value(score, "learned/T2/color")).isZero();
    assertThat(value(score, "learned/T2/subject")).isEqualTo(1);
    assertThat(value(score, "learned/T2/" + TruthScore.EVERY)).isZero();
  }

  @Test
  void aSilentTowerIsSetBesideAllOfThem() {
    FilmSource drawn = (prompt, _) -> drawn(prompt);
    FilmSource still = (_, _) -> Frames.black(16, 128, 128, 16);
    var ways = new LinkedHashMap<String, FilmSource>();
    ways.put(TowerEffect.ALL, drawn);
    ways.put("without clip", still);
    var report =
        TowerEffect.of(
            PROMPTS, ways, Map.of("classical", new ClassicalReader()), "here", (_, _) -> {});
    assertThat(report.rows())
        .extracting(Row::name)
        .contains(
            "all towers/classical/mean",
            "all towers/classical/color",
            "without clip/classical/color");
  }

  @Test
  void filmsThatReadersReadDifferentlyAreShown() {
    var disagreements = new Disagreements();
    var film = Frames.black(8, 16, 16, 16);
    disagreements.add(
        PROMPTS.getFirst(),
        film,
        Map.of("one", Map.of("color", "red"), "two", Map.of("camera", "pan left")));
    assertThat(disagreements.sheet()).isEmpty();
    disagreements.add(
        PROMPTS.getFirst(),
        film,
        Map.of("one", Map.of("color", "red"), "two", Map.of("color", "blue")));
    assertThat(disagreements.sheet()).isPresent();
    assertThat(disagreements.sentences().getFirst())
        .startsWith("1. T2-dev-0001")
        .contains("color is ", "red", "blue");
  }

  private static double value(TruthScore score, String name) {
    return score.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .score()
        .value();
  }
}
