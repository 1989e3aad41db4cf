package moviegen.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import moviegen.world.Companion;
import moviegen.world.Look;
import moviegen.world.Scene;
import moviegen.world.Vocabulary;

/** A scene of which a truth holds; what it leaves open is as in a scene of the natural mix. */
final class TruthScene {
  private static final int TRIES = 2000;
  private static final String SPACE = "space";

  private final Map<String, String> truth;
  private final Scene base;
  private final Vocabulary words = Vocabulary.get();

  private TruthScene(Map<String, String> truth, Scene base) {
    this.truth = truth;
    this.base = base;
  }

  /** Such a scene, if the world has one: a car does not wave. */
  static Optional<Scene> of(Map<String, String> truth, long seed) {
    return LongStream.range(0, TRIES)
        .mapToObj(i -> new TruthScene(truth, Scene.random(seed * TRIES + i)))
        .filter(TruthScene::isOne)
        .map(TruthScene::scene)
        .findFirst();
  }

  private String value(String attribute, String otherwise) {
    return truth.getOrDefault(attribute, otherwise);
  }

  private String subject() {
    return value("subject", base.subject());
  }

  private String place() {
    return value("place", base.place());
  }

  private String action() {
    return value("action", base.action());
  }

  private boolean isOne() {
    boolean acts = words.actions(subject()).contains(action());
    boolean goes =
        words.travels(action()) ? !direction().equals(Vocabulary.NONE) : !says("direction");
    boolean wears = !says("accessory") || words.wears(subject()).contains(value("accessory", ""));
    boolean sky = !place().equals(SPACE) || value("weather", "clear").equals("clear");
    boolean person = subject().equals("person") == base.look().isPresent();
    boolean looks = base.look().isPresent() || words.lookFields().stream().noneMatch(this::says);
    return acts && goes && wears && sky && person && looks;
  }

  private boolean says(String attribute) {
    return truth.containsKey(attribute);
  }

  private String direction() {
    return value("direction", base.direction());
  }

  private Scene scene() {
    boolean travels = words.travels(action());
    var accessory = value("accessory", base.accessory());
    return new Scene(
        base.seed(),
        place(),
        value("time", base.time()),
        place().equals(SPACE) ? "clear" : value("weather", base.weather()),
        subject(),
        value("color", base.color()),
        value("size", base.size()),
        action(),
        travels ? direction() : Vocabulary.NONE,
        value("speed", base.speed()),
        words.wears(subject()).contains(accessory) ? accessory : Vocabulary.NONE,
        companion(),
        says("sign") ? Optional.of(value("sign", "")) : base.sign(),
        value("camera", base.camera()),
        value("style", base.style()),
        base.look().map(this::look));
  }

  private Optional<Companion> companion() {
    if (!says("companion") && !says("companion_color")) {
      return base.companion();
    }
    var other = base.companion().map(Companion::subject).orElse(other(subject()));
    var color = base.companion().map(Companion::color).orElse(base.color());
    return Optional.of(new Companion(value("companion", other), value("companion_color", color)));
  }

  private String other(String subject) {
    return List.copyOf(words.values("companion")).stream()
        .filter(one -> !one.equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private Look look(Look person) {
    return new Look(
        value("skin", person.skin()),
        value("hair", person.hair()),
        value("glasses", person.glasses()),
        value("beard", person.beard()),
        value("face", person.face()),
        value("clothes", person.clothes()));
  }
}
