package moviegen.world;

/** Plays a tune. */
final class Band {
  private static final double FADE = 0.35;

  private Band() {}

  /** The tune's first samples; the last third of a second of a longer piece fades. */
  static float[] play(Tune tune, long seed, int length) {
    var tape = Tape.blank(length);
    double beat = 60.0 / tune.tempo();
    double beats = length / (double) Tape.RATE / beat;
    int count = 0;
    for (var note : Composer.write(tune, seed, beats)) {
      var sound = Instrument.play(note, note.beats() * beat, Scene.mix(seed, 900 + count++));
      tape.add(sound, Tape.samples(note.beat() * beat), 1);
    }
    int fade = Math.min(length / 4, Tape.samples(FADE));
    for (int i = 0; i < fade; i++) {
      tape.values()[length - 1 - i] *= (float) i / fade;
    }
    return tape.values();
  }
}
