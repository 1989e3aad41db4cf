package moviegen.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import moviegen.judge.Question;
import moviegen.world.Companion;
import moviegen.world.Scene;
import moviegen.world.Vocabulary;

/**
 * What a judge learns of scenes. They hold every combination of words, held-out ones included, or
 * it would learn that there are none; what is rare in films is not rare here.
 */
public final class JudgedScene {
  /** Whether a film is one at all. */
  public static final String BROKEN = "broken";

  /** The answers to {@link #BROKEN}, in their order. */
  public static final List<String> WHOLE_OR_NOT = List.of("no", "yes");

  private static final List<String> ASKED =
      List.of(
          "place",
          "time",
          "weather",
          "subject",
          "color",
          "size",
          "action",
          "direction",
          "speed",
          "accessory",
          "companion",
          "companion_color",
          "camera",
          "style");

  private static final List<String> MAY_BE_ABSENT =
      List.of("direction", "speed", "accessory", "companion");

  private static final double EVEN = 0.6;
  private static final double COMPANY = 0.3;

  private JudgedScene() {}

  /** All that is asked, "none" being an answer where there may be none. */
  public static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (String attribute : ASKED) {
      var values = new ArrayList<>(Vocabulary.get().values(attribute));
      if (MAY_BE_ABSENT.contains(attribute)) {
        values.add(Vocabulary.NONE);
      }
      questions.add(new Question(attribute, values));
    }
    questions.add(new Question(BROKEN, WHOLE_OR_NOT));
    return List.copyOf(questions);
  }

  /** The right answer to a question, if the film has one. */
  static Optional<String> answer(Scene scene, Question question) {
    String attribute = question.attribute();
    if (attribute.equals(BROKEN)) {
      return Optional.of(WHOLE_OR_NOT.getFirst());
    }
    boolean untold =
        attribute.equals("weather") && scene.place().equals("space")
            || attribute.equals("speed") && scene.action().equals("stands");
    Map<String, String> truth = scene.truth();
    var otherwise = question.values().contains(Vocabulary.NONE) ? Vocabulary.NONE : "";
    return Optional.of(untold ? "" : truth.getOrDefault(attribute, otherwise))
        .filter(value -> !value.isEmpty());
  }

  /** A scene of the natural mix, or as often one whose camera, style and more are evenly drawn. */
  public static Scene of(long seed) {
    var scene = Scene.random(seed);
    var random = new SplittableRandom(seed ^ 0x10d6e);
    return random.nextDouble() < EVEN ? even(scene, random) : scene;
  }

  private static Scene even(Scene scene, SplittableRandom random) {
    var words = Vocabulary.get();
    var wears = new ArrayList<>(words.wears(scene.subject()));
    wears.add(Vocabulary.NONE);
    String camera = pick(words.values("camera"), random);
    boolean follows = camera.equals("tracking shot");
    return new Scene(
        scene.seed(),
        scene.place(),
        scene.time(),
        scene.place().equals("space") ? "clear" : pick(words.values("weather"), random),
        scene.subject(),
        scene.color(),
        scene.size(),
        scene.action(),
        scene.direction(),
        scene.speed(),
        pick(wears, random),
        random.nextDouble() < COMPANY ? companion(scene.subject(), random) : scene.companion(),
        scene.sign(),
        follows && !words.travels(scene.action()) ? "static shot" : camera,
        pick(words.values("style"), random),
        scene.look());
  }

  private static Optional<Companion> companion(String subject, SplittableRandom random) {
    var others = new ArrayList<>(Vocabulary.get().values("subject"));
    others.remove(subject);
    return Optional.of(
        new Companion(pick(others, random), pick(Vocabulary.get().values("color"), random)));
  }

  private static String pick(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
