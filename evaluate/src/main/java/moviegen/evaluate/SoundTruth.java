package moviegen.evaluate;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import moviegen.world.Bed;
import moviegen.world.Cue;
import moviegen.world.Scene;
import moviegen.world.Shot;
import moviegen.world.SoundKinds;
import moviegen.world.Soundtrack;
import moviegen.world.Tune;

/**
 * What the sound of a drawn film must have.
 *
 * @param track with sound and music
 */
record SoundTruth(Soundtrack track) {
  private static final int FRAMES = 64;
  private static final int OTHERS = 15;

  static SoundTruth of(Scene scene, Shot shot) {
    return new SoundTruth(Soundtrack.of(scene, shot, true, true));
  }

  /** Scenes that no training shows, in which something touches the ground. */
  static Stream<Scene> withTouches() {
    return Footage.scenes()
        .filter(scene -> !of(scene, Footage.shot(0, FRAMES)).touches().isEmpty());
  }

  /** The index-th shot, of four seconds. */
  static Shot shot(int index) {
    return Footage.shot(index, FRAMES);
  }

  /** When something in the picture touches the ground, in seconds. */
  List<Double> touches() {
    return times(cue -> cue.visible() && SoundKinds.TOUCHES.contains(cue.kind()));
  }

  /** When anything else begins. */
  List<Double> others() {
    return times(cue -> !cue.visible() || !SoundKinds.TOUCHES.contains(cue.kind()));
  }

  private List<Double> times(Predicate<Cue> which) {
    return track.cues().stream().filter(which).map(Cue::seconds).toList();
  }

  /** What one hears first: what touches the ground, or else the loudest of what goes on. */
  String mainKind() {
    return track.cues().stream()
        .filter(cue -> cue.visible() && SoundKinds.TOUCHES.contains(cue.kind()))
        .map(Cue::kind)
        .findFirst()
        .or(
            () ->
                track.beds().stream()
                    .max((a, b) -> Double.compare(a.level(), b.level()))
                    .map(Bed::kind))
        .orElse("");
  }

  /** The mode that the world gives most often to films of these words. */
  String usualMode() {
    return usual(Tune::mode);
  }

  /** The pace that the world gives most often to films of these words. */
  String usualPace() {
    return usual(Tune::pace);
  }

  private String usual(Function<Tune, String> of) {
    var values =
        LongStream.range(0, OTHERS)
            .mapToObj(seed -> reseeded(track.scene(), seed))
            .flatMap(scene -> Soundtrack.of(scene, track.shot(), true, true).music().stream())
            .map(of)
            .toList();
    return values.stream()
        .distinct()
        .max(
            (a, b) ->
                Long.compare(
                    values.stream().filter(a::equals).count(),
                    values.stream().filter(b::equals).count()))
        .orElseThrow();
  }

  private static Scene reseeded(Scene scene, long seed) {
    return new Scene(
        seed,
        scene.place(),
        scene.time(),
        scene.weather(),
        scene.subject(),
        scene.color(),
        scene.size(),
        scene.action(),
        scene.direction(),
        scene.speed(),
        scene.accessory(),
        scene.companion(),
        scene.sign(),
        scene.camera(),
        scene.style(),
        scene.look());
  }
}
