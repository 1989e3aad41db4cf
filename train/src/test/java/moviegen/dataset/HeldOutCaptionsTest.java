package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import moviegen.world.Caption;
import moviegen.world.HeldOut;
import moviegen.world.Lexicon;
import moviegen.world.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads thousands of texts as a tower or a transformer gets them. */
class HeldOutCaptionsTest {
  private static final int SEEDS = 4000;

  @TempDir static Path folder;
  private static final Map<String, String> colors = new HashMap<>();
  private static final Map<String, String> subjects = new HashMap<>();
  private static final List<String> unseen = new ArrayList<>();

  @BeforeAll
  static void readWords() throws IOException {
    var file = folder.resolve("words.json");
    Lexicon.writeWords(file);
    var json = new ObjectMapper().readTree(file.toFile());
    for (var entry : json.get("words").properties()) {
      add(entry.getKey(), entry.getValue());
    }
    json.get("unseen").fieldNames().forEachRemaining(unseen::add);
  }

  private static void add(String word, JsonNode meaning) {
    if (meaning.has("color")) {
      colors.put(word, meaning.get("color").asText());
    }
    if (meaning.has("subject")) {
      subjects.put(word, meaning.get("subject").asText());
    }
  }

  /** Every kind of text that a stage or a tower learns from. */
  private static Stream<String> texts() {
    return LongStream.range(0, SEEDS).boxed().flatMap(HeldOutCaptionsTest::texts);
  }

  private static Stream<String> texts(long seed) {
    var scene = Scene.training(seed);
    return Stream.of(
            Captions.of(seed, 16, new SplittableRandom(seed)),
            Captions.given(scene, 24, seed % 2 == 0, new SplittableRandom(seed)),
            Caption.full(scene, seed, 16),
            Caption.brief(scene, seed),
            Caption.attributes(scene))
        .map(text -> text.toLowerCase(Locale.ROOT).replaceAll("[.,\"]", " "));
  }

  @Test
  void noTextNamesAPairThatIsKept() {
    texts()
        .forEach(
            text -> {
              var words = text.split(" +", -1);
              for (int i = 1; i < words.length; i++) {
                var color = colors.get(words[i - 1]);
                var subject = subjects.get(words[i]);
                boolean kept = color != null && subject != null && HeldOut.pair(subject, color);
                assertThat(kept).as(text).isFalse();
              }
            });
  }

  @Test
  void noSceneShowsATripleThatIsKept() {
    assertThat(LongStream.range(0, SEEDS).mapToObj(Scene::training))
        .noneMatch(scene -> HeldOut.triple(scene.subject(), scene.color(), scene.action()));
  }

  @Test
  void noTextUsesAWordThatIsKept() {
    texts()
        .map(text -> " " + text + " ")
        .forEach(text -> assertThat(unseen).noneMatch(word -> text.contains(" " + word + " ")));
  }

  @Test
  void aJudgeSeesWhatIsKept() {
    assertThat(LongStream.range(0, SEEDS).mapToObj(JudgedScene::of)).anyMatch(HeldOut::contains);
  }
}
