package moviegen.dataset;

import java.util.SplittableRandom;
import moviegen.media.Samples;

/**
 * Sounds that the drawn world does not make: sweeps, bands of noise, chords, and vowels of a voice
 * that says nothing. They keep a codec from knowing the world's sound alone.
 */
final class OtherSounds {
  private static final double QUIETEST = -36;
  private static final double LOUDEST = -3;
  private static final int VOWELS = 3;

  private OtherSounds() {}

  /** A sound of {@code samples} samples at 48 kHz. */
  static float[] draw(SplittableRandom random, int samples) {
    double[] sound =
        switch (random.nextInt(4)) {
          case 0 -> sweep(random, samples);
          case 1 -> noise(random, samples);
          case 2 -> chord(random, samples);
          default -> voice(random, samples);
        };
    return leveled(sound, Math.pow(10, random.nextDouble(QUIETEST, LOUDEST) / 20));
  }

  /** A sine from one pitch to another. */
  private static double[] sweep(SplittableRandom random, int samples) {
    double from = pitch(random, 30, 16_000);
    double to = pitch(random, 30, 16_000);
    double[] sound = new double[samples];
    double phase = 0;
    for (int i = 0; i < samples; i++) {
      sound[i] = Math.sin(phase);
      phase += 2 * Math.PI * from * Math.pow(to / from, (double) i / samples) / Samples.RATE;
    }
    return sound;
  }

  /** Noise around a pitch, which swells or dies away. */
  private static double[] noise(SplittableRandom random, int samples) {
    double[] sound = new double[samples];
    for (int i = 0; i < samples; i++) {
      sound[i] = random.nextDouble() * 2 - 1;
    }
    resonate(sound, pitch(random, 60, 15_000), pitch(random, 50, 5_000));
    double bursts = random.nextDouble(0, 6);
    double start = random.nextDouble();
    for (int i = 0; i < samples; i++) {
      double place = (start + bursts * i / samples) % 1;
      sound[i] *= Math.exp(-3 * place);
    }
    return sound;
  }

  /** Three to five tones with overtones, struck or held. */
  private static double[] chord(SplittableRandom random, int samples) {
    double[] sound = new double[samples];
    double root = pitch(random, 80, 500);
    double dying = random.nextDouble(0, 8) / Samples.RATE;
    double bright = random.nextDouble(0.2, 0.8);
    int tones = random.nextInt(3, 6);
    for (int tone = 0; tone < tones; tone++) {
      double hertz = root * Math.pow(2, random.nextInt(0, 25) / 12.0);
      for (int overtone = 1; overtone <= 8 && hertz * overtone < 20_000; overtone++) {
        double phase = random.nextDouble(2 * Math.PI);
        double level = Math.pow(bright, overtone);
        double step = 2 * Math.PI * hertz * overtone / Samples.RATE;
        for (int i = 0; i < samples; i++) {
          sound[i] += level * Math.exp(-dying * overtone * i) * Math.sin(phase + step * i);
        }
      }
    }
    return sound;
  }

  /** Pulses of a gliding pitch through three resonances, as a throat has. */
  private static double[] voice(SplittableRandom random, int samples) {
    double[] pulses = new double[samples];
    double from = pitch(random, 80, 320);
    double to = from * random.nextDouble(0.7, 1.4);
    double phase = 0;
    double breath = random.nextDouble(0.02);
    for (int i = 0; i < samples; i++) {
      phase += (from + (to - from) * i / samples) / Samples.RATE;
      pulses[i] = breath * (random.nextDouble() * 2 - 1);
      if (phase >= 1) {
        phase -= 1;
        pulses[i] += 1;
      }
    }
    double[] sound = new double[samples];
    for (int vowel = 0; vowel < VOWELS; vowel++) {
      double[] resonance = pulses.clone();
      resonate(resonance, pitch(random, 300 << vowel, 900 << vowel), 60 + 40 * vowel);
      for (int i = 0; i < samples; i++) {
        sound[i] += resonance[i] / (vowel + 1);
      }
    }
    return sound;
  }

  /** A resonance of two poles, in place. */
  private static void resonate(double[] sound, double hertz, double width) {
    double radius = Math.exp(-Math.PI * width / Samples.RATE);
    double one = 2 * radius * Math.cos(2 * Math.PI * hertz / Samples.RATE);
    double two = -radius * radius;
    double last = 0;
    double before = 0;
    for (int i = 0; i < sound.length; i++) {
      double now = (1 - radius) * sound[i] + one * last + two * before;
      before = last;
      last = now;
      sound[i] = now;
    }
  }

  /** Between two frequencies, evenly by octaves. */
  private static double pitch(SplittableRandom random, double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  private static float[] leveled(double[] sound, double peak) {
    double most = 1e-9;
    for (double value : sound) {
      most = Math.max(most, Math.abs(value));
    }
    float[] values = new float[sound.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (sound[i] * peak / most);
    }
    return values;
  }
}
