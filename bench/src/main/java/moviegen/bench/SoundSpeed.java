package moviegen.bench;

import java.util.Locale;
import java.util.stream.LongStream;
import moviegen.world.Scene;
import moviegen.world.Shot;
import moviegen.world.Soundtrack;

/** How many seconds of the world's sound one core makes in a second. */
public final class SoundSpeed {
  private static final int SCENES = 40;
  private static final Shot SHOT = new Shot(128, 128, 64, 16);

  private SoundSpeed() {}

  public static void main(String... args) {
    print("sound", true, false);
    print("music", false, true);
    print("both", true, true);
  }

  private static void print(String what, boolean sound, boolean music) {
    var scenes = LongStream.range(0, SCENES).mapToObj(Scene::random).toList();
    double seconds =
        new Stopwatch(3)
            .seconds(
                () -> scenes.forEach(scene -> Soundtrack.of(scene, SHOT, sound, music).render()));
    double rate = SCENES * SHOT.seconds() / seconds;
    System.out.printf(Locale.ROOT, "%-6s %.0f seconds of sound a second of one core%n", what, rate);
  }
}
