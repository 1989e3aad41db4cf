package moviegen.world;

/** How each instrument sounds. */
final class Instrument {
  private static final int TABLE = 2048;
  private static final float[] SOFT = table(1, 0.28, 0.1, 0.04);
  private static final float[] BOWED =
      table(1, 0.55, 0.42, 0.3, 0.22, 0.16, 0.11, 0.08, 0.06, 0.04);
  private static final float[] SAW =
      table(1, 0.5, 0.33, 0.25, 0.2, 0.16, 0.14, 0.12, 0.11, 0.1, 0.09, 0.08);

  private Instrument() {}

  /** One note of at most this level. */
  static float[] play(Note note, double seconds, long seed) {
    var sound =
        switch (note.instrument()) {
          case "piano" -> piano(note.hertz(), seconds, seed);
          case "guitar" -> plucked(note.hertz(), seconds);
          case "flute" -> flute(note.hertz(), seconds, seed);
          case "strings" -> bowed(note.hertz(), seconds);
          case "synth" -> synth(note.hertz(), seconds);
          case "bells" -> Voice.bell(2 * note.hertz(), 1.4);
          case "drums" -> drum(note.pitch(), seed);
          default -> throw new IllegalArgumentException("no instrument is a " + note.instrument());
        };
    return Tape.normalized(sound, note.level());
  }

  private static float[] piano(double hertz, double seconds, long seed) {
    var sound = new float[Tape.samples(seconds + 0.25)];
    double ring = 3.2 * Math.sqrt(261 / hertz);
    for (int k = 1; k <= 7; k++) {
      double stretched = k * Math.sqrt(1 + 0.0004 * k * k);
      Strike.partial(sound, hertz * stretched, Math.pow(k, -1.25), ring / Math.pow(k, 0.6));
    }
    new Tape(sound).add(Burst.falling(seed, 0.02, 1_200, 700, 0.7), 0, 0.12);
    return released(sound, seconds, 0.2);
  }

  private static float[] plucked(double hertz, double seconds) {
    var sound = new float[Tape.samples(seconds + 0.35)];
    double ring = 2.0 * Math.sqrt(196 / hertz);
    for (int k = 1; k <= 10; k++) {
      double level = Math.abs(Math.sin(Math.PI * k * 0.23)) / Math.pow(k, 1.1);
      Strike.partial(sound, hertz * k, level, ring / Math.pow(k, 0.7));
    }
    return released(sound, seconds, 0.3);
  }

  private static float[] flute(double hertz, double seconds, long seed) {
    var sound = sung(SOFT, hertz, seconds, 0.07, 0.004);
    var hiss = new Hiss(seed);
    var breath = Filter.band(2 * hertz, 1.2);
    for (int i = 0; i < sound.length; i++) {
      sound[i] *= (float) (1 + 0.25 * breath.next(hiss.next()));
    }
    return sound;
  }

  private static float[] bowed(double hertz, double seconds) {
    var sound = sung(BOWED, hertz * 1.0017, seconds, 0.16, 0.003);
    new Tape(sound).add(sung(BOWED, hertz * 0.9985, seconds, 0.2, 0.002), 0, 1);
    return sound;
  }

  private static float[] synth(double hertz, double seconds) {
    var sound = sung(SAW, hertz * 1.003, seconds, 0.02, 0);
    new Tape(sound).add(sung(SAW, hertz * 0.997, seconds, 0.03, 0), 0, 1);
    return Filter.low(Math.min(4_000, 5 * hertz)).run(sound);
  }

  /** A held tone with a vibrato that comes late. */
  private static float[] sung(
      float[] wave, double hertz, double seconds, double rise, double vibrato) {
    var sound = new float[Tape.samples(seconds + 0.12)];
    double phase = 0;
    double step = hertz * TABLE / Tape.RATE;
    double bend = 1;
    double slow = 2 * Math.PI * 5.2 / Tape.RATE;
    double swell = 1 / (rise * Tape.RATE);
    for (int i = 0; i < sound.length; i++) {
      if (i % 32 == 0) {
        bend = 1 + vibrato * Math.min(1, i / 24_000.0) * Math.sin(slow * i);
      }
      phase += step * bend;
      phase -= phase >= TABLE ? TABLE : 0;
      int at = (int) phase;
      double part = phase - at;
      sound[i] = (float) (Math.min(1, i * swell) * (wave[at] + part * (wave[at + 1] - wave[at])));
    }
    return released(sound, seconds, 0.1);
  }

  private static float[] drum(int pitch, long seed) {
    return switch (pitch) {
      case Note.KICK -> {
        var sound = new float[Tape.samples(0.28)];
        double phase = 0;
        for (int i = 0; i < sound.length; i++) {
          double fall = Math.exp(-i / (0.03 * Tape.RATE));
          phase += 2 * Math.PI * (48 + 110 * fall) / Tape.RATE;
          sound[i] = (float) (Math.sin(phase) * Math.exp(-i / (0.08 * Tape.RATE)));
        }
        yield sound;
      }
      case Note.SNARE -> {
        var sound = Burst.falling(seed, 0.16, 2_200, 1_600, 0.5);
        Strike.partial(sound, 190, 0.5, 0.12);
        yield sound;
      }
      default -> Filter.high(6_000).run(Burst.falling(seed, 0.06, 9_000, 8_000, 0.6));
    };
  }

  /** Ends a note that is let go after {@code seconds}. */
  private static float[] released(float[] sound, double seconds, double fade) {
    int from = Tape.samples(seconds);
    double length = fade * Tape.RATE;
    for (int i = from; i < sound.length; i++) {
      double left = Math.max(0, 1 - (i - from) / length);
      sound[i] *= (float) (left * left);
    }
    return sound;
  }

  private static float[] table(double... levels) {
    var wave = new float[TABLE + 1];
    for (int i = 0; i <= TABLE; i++) {
      double value = 0;
      for (int k = 0; k < levels.length; k++) {
        value += levels[k] * Math.sin(2 * Math.PI * (k + 1) * i / TABLE);
      }
      wave[i] = (float) value;
    }
    return wave;
  }
}
