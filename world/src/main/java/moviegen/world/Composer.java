package moviegen.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes a tune out: a progression of four bars, a melody over it, a bass, and drums. */
final class Composer {
  private static final int BAR = 4;
  private static final int[][] MAJOR = {{0, 4, 5, 3}, {0, 3, 4, 0}, {0, 5, 3, 4}, {3, 4, 0, 5}};
  private static final int[][] MINOR = {{0, 5, 2, 6}, {0, 3, 5, 6}, {0, 6, 5, 6}, {5, 2, 6, 0}};
  private static final double[][] LIVELY = {
    {0, 1, 2, 3}, {0, 1.5, 2, 3}, {0, 0.5, 1, 2, 3}, {0, 1, 1.5, 2, 3.5}, {0, 2, 2.5, 3}
  };
  private static final double[][] BROAD = {{0, 2}, {0, 2, 3}, {0, 1, 2}, {0, 1.5, 3}, {0, 3}};

  private final Tune tune;
  private final SplittableRandom random;
  private final int[] scale;
  private final List<Note> notes = new ArrayList<>();

  private Composer(Tune tune, long seed) {
    this.tune = tune;
    random = new SplittableRandom(Scene.mix(seed, 0xc095));
    scale = tune.scale();
  }

  /** All notes that begin before a beat; a longer piece begins with the shorter one. */
  static List<Note> write(Tune tune, long seed, double beats) {
    return new Composer(tune, seed).piece(beats);
  }

  private List<Note> piece(double beats) {
    int[][] known = tune.mode().equals("major") ? MAJOR : MINOR;
    int[] progression = known[random.nextInt(known.length)];
    var bars = motif();
    int degree = 7 + 2 * random.nextInt(3);
    for (int bar = 0; bar * BAR < beats; bar++) {
      int chord = progression[bar % progression.length];
      degree = melody(bar, bars.get(bar % bars.size()), chord, degree);
      accompany(bar, chord);
      if (tune.drums()) {
        drums(bar);
      }
    }
    notes.removeIf(note -> note.beat() >= beats);
    return List.copyOf(notes);
  }

  /** The rhythm of four bars; the third repeats the first. */
  private List<double[]> motif() {
    double[][] known = tune.tempo() >= 98 ? LIVELY : BROAD;
    var a = known[random.nextInt(known.length)];
    var b = known[random.nextInt(known.length)];
    return List.of(a, b, a, known[random.nextInt(known.length)]);
  }

  /** A walk through the scale that comes to the chord's own notes on strong beats. */
  private int melody(int bar, double[] rhythm, int chord, int from) {
    int degree = from;
    for (int i = 0; i < rhythm.length; i++) {
      degree = Math.clamp(degree + random.nextInt(-2, 3), 5, 14);
      if (rhythm[i] % 2 == 0) {
        degree = nearest(degree, chord);
      }
      double end = i + 1 < rhythm.length ? rhythm[i + 1] : BAR;
      double level = rhythm[i] % 2 == 0 ? 0.9 : 0.7;
      add(tune.lead(), 60 + pitch(degree), bar, rhythm[i], end - rhythm[i], level);
    }
    return degree;
  }

  private static int nearest(int degree, int chord) {
    for (int away = 0; ; away = away > 0 ? -away : 1 - away) {
      int step = Math.floorMod(degree + away - chord, 7);
      if (step == 0 || step == 2 || step == 4) {
        return degree + away;
      }
    }
  }

  private void accompany(int bar, int chord) {
    String instrument = tune.accompaniment();
    int[] triad = {chord, chord + 2, chord + 4};
    if (instrument.equals("strings") || instrument.equals("synth")) {
      for (int degree : triad) {
        add(instrument, 48 + pitch(degree), bar, 0, BAR, 0.35);
      }
    } else {
      double step = tune.tempo() >= 98 ? 0.5 : 1;
      int[] order = {0, 2, 1, 2};
      for (int i = 0; i * step < BAR; i++) {
        int degree = triad[order[i % order.length]];
        add(instrument, 48 + pitch(degree), bar, i * step, 1.5 * step, i % 4 == 0 ? 0.5 : 0.38);
      }
    }
    add(instrument, 36 + pitch(chord) % 12, bar, 0, 2, 0.6);
    add(instrument, 36 + pitch(chord) % 12, bar, 2, 2, 0.5);
  }

  private void drums(int bar) {
    for (int beat = 0; beat < BAR; beat++) {
      add("drums", beat % 2 == 0 ? Note.KICK : Note.SNARE, bar, beat, 0.5, 0.55);
      add("drums", Note.HAT, bar, beat, 0.25, 0.25);
      add("drums", Note.HAT, bar, beat + 0.5, 0.25, 0.18);
    }
  }

  private void add(String instrument, int pitch, int bar, double beat, double beats, double level) {
    notes.add(new Note(instrument, pitch, BAR * bar + beat, beats, level));
  }

  /** A degree of the scale in half steps. */
  private int pitch(int degree) {
    return scale[Math.floorMod(degree, 7)] + 12 * Math.floorDiv(degree, 7);
  }
}
