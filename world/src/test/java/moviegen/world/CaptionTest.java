package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptionTest {
  private static final Look LOOK =
      new Look("light", "short black", "round", "short", "square", "coat");
  private static final Scene BALL =
      new Scene(
          1,
          "beach",
          "sunset",
          "clear",
          "ball",
          "red",
          "small",
          "bounces",
          "left",
          "slowly",
          "none",
          Optional.empty(),
          Optional.empty(),
          "pan right",
          "plain",
          Optional.empty());
  private static final Scene PERSON =
      new Scene(
          2,
          "city",
          "night",
          "rain",
          "person",
          "orange",
          "large",
          "walks",
          "away",
          "quickly",
          "scarf",
          Optional.of(new Companion("person", "blue")),
          Optional.of("HAPPY"),
          "handheld shot",
          "ancient mosaic",
          Optional.of(LOOK));

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  static Stream<Scene> scenes() {
    return seeds().mapToObj(Scene::random);
  }

  @Test
  void aBriefCaptionsListTellsNoMoreThanTheCaption() {
    seeds()
        .mapToObj(Scene::random)
        .forEach(
            scene -> {
              String brief = Caption.brief(scene, 5);
              String list = Caption.briefAttributes(scene, 5);
              assertThat(list).contains("subject " + scene.subject());
              assertThat(list.contains("sign")).as(brief).isEqualTo(brief.contains("\""));
              assertThat(list.length()).isLessThanOrEqualTo(Caption.attributes(scene).length());
            });
  }

  @Test
  void approvedBriefCaptions() {
    assertThat(IntStream.range(0, 6).mapToObj(seed -> Caption.brief(BALL, seed)))
        .containsExactly(
            "Little red ball bouncing slowly leftward on a sandy beach during sunset, in plain"
                + " style",
            "A red ball bounces to the left slowly at sunset, pan right",
            "A red ball bounces slowly to the left on the shore, the camera pans right",
            "a red ball bounces slowly on a sandy beach at sundown",
            "red ball slowly bouncing left, beach, pan right",
            "A small red ball slowly bounces from right to left at the seaside during sunset.");
  }

  @Test
  void approvedFullCaptions() {
    assertThat(Stream.of(Caption.full(BALL, 0, 16), Caption.full(PERSON, 0, 24)))
        .containsExactly(
            "FPS-16 Pan right. A tiny red ball bounces to the left at a slow pace on a beach at"
                + " sundown under a clear sky. The style is plain. The camera pans right.",
            "FPS-24 Handheld shot. A large person in an orange coat and a scarf with light skin,"
                + " short black hair, square face, round glasses and short beard quickly walks away"
                + " in a city at night in rain beside a person in blue. Sign \"HAPPY\"."
                + " Ancient mosaic style.");
  }

  @Test
  void approvedAttributes() {
    assertThat(Caption.attributes(PERSON))
        .isEqualTo(
            "place city time night weather rain subject person color orange size large"
                + " action walks direction away speed quickly accessory scarf companion person"
                + " companion color blue sign \"HAPPY\" camera handheld shot style ancient mosaic"
                + " skin light hair short black glasses round beard short face square"
                + " clothes coat");
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void aFullCaptionTellsEverythingInFortyFiveWords(Scene scene) {
    String text = Caption.full(scene, 3, 16);
    assertThat(text.split(" ", -1)).hasSizeLessThanOrEqualTo(Caption.LONGEST);
    assertThat(text).startsWith("FPS-16 ").endsWith(".").doesNotContain("{", "}", "  ", " ,");
    assertThat(Caption.told(scene)).allSatisfy((name, value) -> tells(text, name, value));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void aBriefCaptionHasThreeToFifteenWordsAndItsSubject(Scene scene) {
    String text = Caption.brief(scene, 5);
    assertThat(text.split(" ", -1)).hasSizeBetween(3, 15);
    assertThat(text).doesNotContain("{", "}", "  ", " ,");
    tells(text, "subject", scene.subject());
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void articlesAgree(Scene scene) {
    String text = Caption.full(scene, 7, 16) + " " + Caption.brief(scene, 7);
    assertThat(text)
        .doesNotContainPattern("\\b[Aa] [aeiou]")
        .doesNotContainPattern("\\b[Aa]n [^aeiou]");
  }

  @Test
  void noCaptionUsesAnUnseenWord() {
    var unseen = Unseen.all().stream().map(one -> Lexicon.kernel(one.text())).toList();
    LongStream.range(0, 2000)
        .mapToObj(Scene::random)
        .flatMap(scene -> Stream.of(Caption.full(scene, 1, 16), Caption.brief(scene, 1)))
        .map(text -> " " + text.toLowerCase(Locale.ROOT).replaceAll("[.,\"]", " ") + " ")
        .forEach(text -> assertThat(unseen).noneMatch(word -> text.contains(" " + word + " ")));
  }

  @Test
  void anotherSeedSaysTheSameOtherwise() {
    assertThat(seeds().mapToObj(seed -> Caption.brief(BALL, seed)).distinct())
        .hasSizeGreaterThan(40);
    assertThat(Caption.full(BALL, 4, 16)).isEqualTo(Caption.full(BALL, 4, 16));
  }

  @Test
  void theRateStandsInFrontOnce() {
    String once = Caption.prefixed("a cat walks", 24);
    assertThat(once).isEqualTo("FPS-24 a cat walks");
    assertThat(Caption.prefixed(once, 24)).isEqualTo(once);
  }

  private static void tells(String text, String attribute, String value) {
    String low = text.toLowerCase(Locale.ROOT);
    var names = Map.of("companion", "subject", "companion_color", "color");
    var words = Phrases.get().of(names.getOrDefault(attribute, attribute), value).words();
    assertThat(words)
        .as("%s of \"%s\"", attribute, text)
        .anyMatch(word -> low.contains(word.toLowerCase(Locale.ROOT)));
  }
}
