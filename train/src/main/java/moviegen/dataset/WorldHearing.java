package moviegen.dataset;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import moviegen.audio.EarConfig;
import moviegen.media.Samples;
import moviegen.world.Scene;
import moviegen.world.Shot;
import moviegen.world.SoundKinds;
import moviegen.world.Soundtrack;

/**
 * Batches for the judge of sound: the drawn world's sound and its truth.
 *
 * @param seed what all batches follow from
 * @param scenes makes the scene of a seed
 * @param count sounds in a batch
 * @param seconds of a sound
 */
public record WorldHearing(
    long seed, LongFunction<Scene> scenes, int count, int seconds, EarConfig config) {
  /** Everything that may be heard. */
  public static final List<String> KINDS =
      Stream.concat(SoundKinds.CUES.stream(), SoundKinds.BEDS.stream()).toList();

  private static final int FPS = 16;
  private static final double QUIETEST = -12;

  public HeardBatch batch(long step) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    var sounds = SoundBatch.empty(count, seconds * Samples.RATE);
    var kinds = new float[count * config.kinds().size()];
    var modes = new int[count];
    var paces = new int[count];
    for (int i = 0; i < count; i++) {
      var shot = new Shot(128, 128, seconds * FPS, FPS);
      var track = Soundtrack.of(scenes.apply(random.nextLong()), shot);
      sounds.put(i, turnedDown(track.render().values(), random), 0);
      for (var kind : track.kinds()) {
        kinds[i * config.kinds().size() + config.kinds().indexOf(kind)] = 1;
      }
      modes[i] = track.music().map(tune -> config.modes().indexOf(tune.mode())).orElse(-1);
      paces[i] = track.music().map(tune -> config.paces().indexOf(tune.pace())).orElse(-1);
    }
    return new HeardBatch(sounds, kinds, modes, paces);
  }

  /** The same, somewhat quieter: how loud it is says nothing. */
  private static float[] turnedDown(float[] sound, SplittableRandom random) {
    float gain = (float) Math.pow(10, random.nextDouble(QUIETEST, 3) / 20);
    var quieter = new float[sound.length];
    for (int i = 0; i < sound.length; i++) {
      quieter[i] = gain * sound[i];
    }
    return quieter;
  }
}
