package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TuneTest {
  static List<Long> seeds() {
    return LongStream.range(0, 60)
        .filter(seed -> !tune(seed).drums() && !tune(seed).instruments().contains("bells"))
        .limit(5)
        .boxed()
        .toList();
  }

  private static Tune tune(long seed) {
    return Tune.of(Scene.random(seed));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void staysInItsKey(long seed) {
    var tune = tune(seed);
    var sound = Band.play(tune, seed, 5 * Tape.RATE);
    double own = Hearing.onScale(sound, tune.scale());
    assertThat(own).isGreaterThan(0.85);
    int[] away = tune.scale();
    for (int i = 0; i < away.length; i++) {
      away[i] += 6;
    }
    assertThat(own).isGreaterThan(1.5 * Hearing.onScale(sound, away));
  }

  @Test
  void followsTheTimeOfDay() {
    assertThat(major("day")).isGreaterThan(0.75);
    assertThat(major("night")).isLessThan(0.3);
    assertThat(tempo("day")).isGreaterThan(tempo("sunset") + 15);
    assertThat(tempo("sunset")).isGreaterThan(tempo("night") + 10);
  }

  private static double major(String time) {
    return scenes(time).stream().filter(s -> Tune.of(s).mode().equals("major")).count()
        / (double) scenes(time).size();
  }

  private static double tempo(String time) {
    return scenes(time).stream().mapToInt(s -> Tune.of(s).tempo()).average().orElseThrow();
  }

  private static List<Scene> scenes(String time) {
    return LongStream.range(0, 800)
        .mapToObj(Scene::random)
        .filter(scene -> scene.time().equals(time))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 9})
  void beginsALongPieceWithTheShortOne(long seed) {
    var tune = tune(seed);
    var shorter = Composer.write(tune, seed, 9);
    assertThat(Composer.write(tune, seed, 30)).containsAll(shorter);
    assertThat(shorter).allMatch(note -> note.beat() < 9 && note.beats() > 0);
  }

  @Test
  void everyInstrumentPlaysInTune() {
    for (String name : List.of("piano", "guitar", "flute", "strings", "synth")) {
      var sound = Instrument.play(new Note(name, 57, 0, 1, 0.8), 1, 5);
      assertThat(Hearing.pitch(Arrays.copyOfRange(sound, 9_600, 28_800), 150, 500))
          .as(name)
          .isBetween(218.0, 222.0);
    }
  }
}
