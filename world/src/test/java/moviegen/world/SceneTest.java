package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SceneTest {
  @Test
  void isTheSameForTheSameSeed() {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(Scene.random(seed)).isEqualTo(Scene.random(seed));
    }
  }

  @Test
  void showsEveryValueOfEveryAttribute() {
    var words = Vocabulary.get();
    Map<String, Set<String>> seen = new HashMap<>();
    for (int seed = 0; seed < 4000; seed++) {
      Scene.random(seed)
          .truth()
          .forEach((key, value) -> seen.computeIfAbsent(key, _ -> new HashSet<>()).add(value));
    }
    for (String attribute : words.attributes()) {
      assertThat(seen.get(attribute)).as(attribute).containsAll(words.values(attribute));
    }
  }

  @Test
  void followsTheNaturalMix() {
    int moving = 0;
    int styled = 0;
    int wet = 0;
    int count = 4000;
    for (int seed = 0; seed < count; seed++) {
      Scene scene = Scene.random(seed);
      moving += scene.camera().equals("static shot") ? 0 : 1;
      styled += scene.style().equals("plain") ? 0 : 1;
      wet += scene.weather().equals("clear") ? 0 : 1;
    }
    assertThat(moving / (double) count).isGreaterThan(0.5);
    assertThat(styled / (double) count).isGreaterThan(0.4);
    assertThat(wet / (double) count).isGreaterThan(0.3);
  }

  @Test
  void givesEverySubjectFiveToEightActions() {
    for (String subject : Vocabulary.get().values("subject")) {
      assertThat(Vocabulary.get().actions(subject)).as(subject).hasSizeBetween(5, 8);
    }
  }

  @Test
  void refusesWordsThatDoNotGoTogether() {
    assertThatThrownBy(() -> Scenes.at("space", "day", "rain"))
        .hasMessageContaining("space has clear weather");
    assertThatThrownBy(() -> Scenes.acting("car", "small", "waves", "none"))
        .hasMessageContaining("a car does one of");
    assertThatThrownBy(() -> Scenes.at("moon", "day", "clear"))
        .hasMessageContaining("got \"moon\"");
    assertThatThrownBy(
            () -> Scenes.signed(Scenes.at("city", "day", "clear"), Optional.of("TOOLONG")))
        .hasMessageContaining("one to five letters");
  }

  @Test
  void leavesOutOfItsTruthWhatIsAbsent() {
    assertThat(Scenes.at("city", "day", "clear").truth())
        .doesNotContainKeys("accessory", "direction", "speed", "companion", "sign", "skin")
        .containsEntry("subject", "ball");
  }
}
