package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import moviegen.media.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundtrackTest {
  private static final Shot SHOT = new Shot(128, 128, 64, 16);
  private static final int HOP = 256;

  @ParameterizedTest
  @CsvSource({
    "ball, bounces",
    "ball, falls",
    "person, walks",
    "cat, hops",
    "dog, walks",
    "cube, rolls"
  })
  void beginsWithinAHopOfWhatHappens(String subject, String action) {
    var scene = Scenes.acting(subject, "large", action, "none");
    var track = Soundtrack.of(scene, SHOT, true, false);
    var tape = Mixing.happening(track);
    var touches =
        track.cues().stream()
            .filter(cue -> !cue.kind().equals("hop") && cue.source().equals(subject))
            .filter(cue -> !cue.kind().equals("bark") && !cue.kind().equals("meow"))
            .filter(cue -> cue.strength() > 0.25 && cue.seconds() < 3.9)
            .filter(cue -> !drowned(track, cue))
            .toList();
    assertThat(touches).isNotEmpty();
    for (var cue : touches) {
      int at = cue.sample(Tape.RATE);
      double peak = peak(tape, at, at + 4 * HOP);
      assertThat(peak(tape, at, at + HOP)).as("%s", cue).isGreaterThan(0.2 * peak);
      assertThat(peak(tape, at - HOP, at)).as("%s", cue).isLessThan(0.2 * peak);
    }
  }

  private static boolean drowned(Soundtrack track, Cue cue) {
    return track.cues().stream()
        .filter(other -> other.kind().equals("bark") || other.kind().equals("meow"))
        .mapToDouble(other -> cue.seconds() - other.seconds())
        .anyMatch(since -> since > -0.1 && since < 0.8);
  }

  private static double peak(float[] tape, int from, int to) {
    double peak = 0;
    for (int i = Math.max(0, from); i < Math.min(tape.length, to); i++) {
      peak = Math.max(peak, Math.abs(tape[i]));
    }
    return peak;
  }

  @Test
  void neverClipsAndIsNeitherSilentNorDeafening() {
    for (long seed = 1; seed <= 16; seed++) {
      var sound = Soundtrack.of(Scene.random(seed), SHOT).render();
      assertThat(sound.peak()).as("seed " + seed).isBetween(0.02, 0.99);
      assertThat(20 * Math.log10(sound.rms())).as("seed " + seed).isBetween(-45.0, -12.0);
    }
  }

  @ParameterizedTest
  @CsvSource({"16, 33, 99000", "24, 1, 2000", "23.976023976, 24, 48048", "30, 31, 49600"})
  void isAsLongAsTheShotToTheSample(double fps, int frames, int samples) {
    var shot = new Shot(64, 64, frames, fps);
    assertThat(Soundtrack.of(Scene.random(3), shot).render().length()).isEqualTo(samples);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 10, 77})
  void isTheSameEveryTime(long seed) {
    var scene = Scene.random(seed);
    var first = Soundtrack.of(scene, SHOT, true, true).render().values();
    assertThat(Soundtrack.of(scene, SHOT, true, true).render().values()).isEqualTo(first);
    assertThat(Soundtrack.of(Scene.random(seed + 1), SHOT, true, true).render().values())
        .isNotEqualTo(first);
  }

  @Test
  void hasSoundNearlyAlwaysAndMusicOften() {
    var tracks =
        LongStream.range(0, 800).mapToObj(s -> Soundtrack.of(Scene.random(s), SHOT)).toList();
    assertThat(tracks.stream().filter(Soundtrack::diegetic).count() / 800.0)
        .isCloseTo(0.96, within(0.03));
    assertThat(tracks.stream().filter(track -> track.music().isPresent()).count() / 800.0)
        .isCloseTo(0.45, within(0.06));
  }

  @Test
  void saysInItsTruthWhatIsInIt() {
    var scene = Scenes.at("beach", "day", "rain");
    var both = Soundtrack.of(scene, SHOT, true, true);
    assertThat(both.truth()).containsEntry("sound", true).containsEntry("music", true);
    assertThat(both.truth()).containsKeys("key", "mode", "tempo", "mood", "instruments");
    assertThat(both.kinds()).contains("surf", "rain", "whoosh");
    var music = Soundtrack.of(scene, SHOT, false, true);
    assertThat(music.truth()).containsEntry("sound", false);
    assertThat(music.kinds()).isEmpty();
    assertThat(Soundtrack.of(scene, SHOT, true, false).truth()).doesNotContainKey("tempo");
  }

  @Test
  void letsEveryKindOfSoundBeHeard() {
    var cues = new TreeSet<String>();
    var beds = new TreeSet<String>();
    for (long seed = 0; seed < 700; seed++) {
      var track = Soundtrack.of(Scene.random(seed), SHOT, true, false);
      track.cues().forEach(cue -> cues.add(cue.kind()));
      track.beds().forEach(bed -> beds.add(bed.kind()));
    }
    assertThat(cues)
        .containsExactlyInAnyOrder(
            "impact", "hop", "landing", "step", "flap", "tumble", "whoosh", "splash", "sparkle",
            "squeak", "twig", "chirp", "bark", "meow", "beep", "bell", "thunder");
    assertThat(beds)
        .containsExactlyInAnyOrder(
            "wind",
            "rustle",
            "rain",
            "surf",
            "lapping",
            "traffic",
            "crickets",
            "engine",
            "motor",
            "roar",
            "hum",
            "rolling",
            "scraping");
  }

  @Test
  void makesAnEngineLouderThatComesNearer() {
    var scene =
        new Scene(
            9,
            "desert",
            "day",
            "clear",
            "car",
            "red",
            "large",
            "rolls",
            "toward",
            "none",
            "none",
            Optional.empty(),
            Optional.empty(),
            "static shot",
            "plain",
            Optional.empty());
    var sound = Soundtrack.of(scene, SHOT, true, false).render().values();
    assertThat(Hearing.energy(sound, 3, 4)).isGreaterThan(1.5 * Hearing.energy(sound, 0, 1));
  }

  @Test
  void hearsWhatIsOutsideThePictureMoreFaintly() {
    var scene = Scenes.at("forest", "day", "clear");
    var foley = new Foley(scene);
    var near = new Samples(Tape.RATE, foley.play(new Cue("chirp", "bird", 0, 0.5, true), 7));
    var far = new Samples(Tape.RATE, foley.play(new Cue("chirp", "place", 0, 0.3, false), 7));
    assertThat(far.rms()).isLessThan(0.8 * near.rms());
  }
}
