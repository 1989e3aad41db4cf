package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import moviegen.world.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldSoundsTest {
  private static final int SAMPLES = 9600;

  @Test
  void aStepAlwaysHasTheSameSounds() {
    var sounds = new WorldSounds(7, Scene::training, 4, SAMPLES);
    var batch = sounds.batch(3);
    assertThat(batch.values()).isEqualTo(sounds.batch(3).values()).hasSize(4 * SAMPLES);
    assertThat(batch.values()).isNotEqualTo(sounds.batch(4).values());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void othersAreHeardAndDoNotClip(long seed) {
    float[] sound = OtherSounds.draw(new SplittableRandom(seed), SAMPLES);
    double peak = 0;
    for (float value : sound) {
      peak = Math.max(peak, Math.abs(value));
    }
    assertThat(peak).isBetween(0.01, 0.75);
  }

  @Test
  void namesTheLengthsThatItTakes() {
    assertThatThrownBy(() -> new WorldSounds(1, Scene::training, 2, 200_000))
        .hasMessage("2 pieces of 200000 samples, expected at least 1 of 1 to 144000");
  }
}
