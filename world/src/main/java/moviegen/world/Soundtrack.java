package moviegen.world;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import moviegen.media.Samples;

/**
 * What a scene lets hear: the sound of what is in it, music over it, or both.
 *
 * @param scene whose sound it is
 * @param shot how long it is, and when what happens
 * @param diegetic whether what is in the scene is heard
 * @param music the music over it, if there is any
 */
public record Soundtrack(Scene scene, Shot shot, boolean diegetic, Optional<Tune> music) {
  private static final double SOUND_CHANCE = 0.92;
  private static final double MUSIC_CHANCE = 0.45;

  public Soundtrack {
    if (!diegetic && music.isEmpty()) {
      throw new IllegalArgumentException("a soundtrack has sound or music, got neither");
    }
  }

  /** A soundtrack of the natural mix: nearly always sound, often music. */
  public static Soundtrack of(Scene scene, Shot shot) {
    var random = new SplittableRandom(Scene.mix(scene.seed(), 0x50d));
    boolean music = random.nextDouble() < MUSIC_CHANCE;
    boolean sound = random.nextDouble() < SOUND_CHANCE || !music;
    return of(scene, shot, sound, music);
  }

  /** The soundtrack of a scene with or without sound, with or without music. */
  public static Soundtrack of(Scene scene, Shot shot, boolean sound, boolean music) {
    return new Soundtrack(
        scene, shot, sound, music ? Optional.of(Tune.of(scene)) : Optional.empty());
  }

  /** What begins at an instant, in order of time; nothing where only music is heard. */
  public List<Cue> cues() {
    return diegetic ? Cues.of(scene, shot) : List.of();
  }

  /** What is heard all the time. */
  public List<Bed> beds() {
    return diegetic ? Beds.of(scene) : List.of();
  }

  /** The sound itself, exactly as long as the shot. */
  public Samples render() {
    return Mixing.of(this);
  }

  /** Attribute to value, as a judge of sound would say them. */
  public Map<String, Object> truth() {
    var truth = new LinkedHashMap<String, Object>();
    truth.put("sound", diegetic);
    truth.put("kinds", kinds());
    truth.put("music", music.isPresent());
    music.ifPresent(
        tune -> {
          truth.put("key", tune.key());
          truth.put("mode", tune.mode());
          truth.put("tempo", tune.tempo());
          truth.put("pace", tune.pace());
          truth.put("mood", tune.mood());
          truth.put("instruments", tune.instruments());
        });
    return truth;
  }

  /** Every kind of sound that is in it, the loudest beds first, then what happens. */
  public List<String> kinds() {
    var kinds =
        new LinkedHashSet<>(
            beds().stream()
                .sorted((a, b) -> Double.compare(b.level(), a.level()))
                .map(Bed::kind)
                .toList());
    cues().forEach(cue -> kinds.add(cue.kind()));
    return List.copyOf(kinds);
  }
}
