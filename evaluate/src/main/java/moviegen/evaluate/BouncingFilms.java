package moviegen.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import moviegen.generate.Cast;
import moviegen.generate.FilmRequest;
import moviegen.generate.SoundWish;
import moviegen.generate.Studio;
import moviegen.media.Frames;
import moviegen.world.Caption;
import moviegen.world.Renderer;
import moviegen.world.Scene;

/** Films that a cast makes of subjects that bounce before a camera that stands. */
final class BouncingFilms {
  private static final double SECONDS = 4;

  private BouncingFilms() {}

  /** Scenes that no training shows, filmed from where one stands. */
  static Stream<Scene> scenes() {
    return Footage.scenes()
        .filter(scene -> scene.action().equals("bounces") && scene.weather().equals("clear"))
        .map(BouncingFilms::standing);
  }

  private static Scene standing(Scene scene) {
    return new Scene(
        scene.seed(),
        scene.place(),
        scene.time(),
        scene.weather(),
        scene.subject(),
        scene.color(),
        scene.size(),
        scene.action(),
        scene.direction(),
        "none",
        scene.accessory(),
        Optional.empty(),
        Optional.empty(),
        "static shot",
        "plain",
        scene.look());
  }

  /**
   * Onsets of the films' sound beside the touches that are seen in them; films in which none is
   * seen are passed over.
   *
   * @param steps of the film's sampler
   */
  static List<OnsetMatch> matches(Cast cast, int count, int steps, CountListener listener) {
    List<OnsetMatch> matches = new ArrayList<>();
    try (var studio = Studio.open(cast)) {
      var all = scenes().limit(count).toList();
      for (int i = 0; i < count; i++) {
        var request =
            FilmRequest.of(Caption.brief(all.get(i), i))
                .withSeconds(SECONDS)
                .withSteps(steps)
                .withSeed(i + 1L)
                .withSound(new SoundWish(false, Optional.empty(), Optional.of(false)));
        var film = studio.generate(request);
        var touches = TouchTracker.touches(film.frames());
        if (!touches.isEmpty() && film.sound().isPresent()) {
          var onsets = Onsets.of(film.sound().get()).times();
          matches.add(OnsetMatch.of(onsets, touches, List.of()));
        }
        listener.onCount(i + 1, count);
      }
    }
    return matches;
  }

  /** What the tracker finds in renders of the same scenes, beside what happens there. */
  static List<OnsetMatch> tracked(int count) {
    List<OnsetMatch> matches = new ArrayList<>();
    scenes()
        .limit(count)
        .forEach(
            scene -> {
              var shot = SoundTruth.shot(0);
              Frames film = Renderer.render(scene, shot);
              var truth = SoundTruth.of(scene, shot).touches();
              matches.add(OnsetMatch.of(TouchTracker.touches(film), truth, List.of()));
            });
    return matches;
  }
}
