package moviegen.world;

import moviegen.media.Samples;

/** Puts a soundtrack together: what happens with its echo, what goes on, and the music. */
final class Mixing {
  private static final double BED = 0.032;
  private static final double MUSIC = 0.045;
  private static final double MUSIC_ALONE = 0.1;
  private static final double KNEE = 0.8;

  private final Soundtrack track;
  private final Scene scene;
  private final int length;

  private Mixing(Soundtrack track) {
    this.track = track;
    scene = track.scene();
    length = Tape.samples(track.shot().seconds());
  }

  static Samples of(Soundtrack track) {
    return new Mixing(track).mixed();
  }

  private Samples mixed() {
    var tape = Tape.blank(length);
    if (track.diegetic()) {
      tape.add(Echo.of(scene.place()).apply(happening(track)), 0, 1);
      var loudness = Loudness.of(scene, track.shot());
      for (var bed : track.beds()) {
        tape.add(near(bed, leveled(going(bed), BED * bed.level()), loudness), 0, 1);
      }
    }
    track
        .music()
        .ifPresent(
            tune -> {
              double level = track.diegetic() ? MUSIC : MUSIC_ALONE;
              tape.add(leveled(Band.play(tune, scene.seed(), length), level), 0, 1);
            });
    return new Samples(Tape.RATE, limited(tape.values()));
  }

  /** All that begins at an instant, dry, each at its own sample. */
  static float[] happening(Soundtrack track) {
    var tape = Tape.blank(Tape.samples(track.shot().seconds()));
    var foley = new Foley(track.scene());
    int count = 0;
    for (var cue : track.cues()) {
      var sound = foley.play(cue, Scene.mix(track.scene().seed(), 500 + count++));
      tape.add(sound, cue.sample(Tape.RATE), 1);
    }
    return tape.values();
  }

  private float[] going(Bed bed) {
    long seed = Scene.mix(scene.seed(), bed.kind().hashCode());
    double share = Material.share(scene.size());
    boolean quick = scene.speed().equals("quickly");
    var ground = Surface.of(scene.place(), scene.weather());
    return switch (bed.kind()) {
      case "wind" -> Ambience.wind(length, seed);
      case "rustle" -> Ambience.rustle(length, seed);
      case "rain" -> Ambience.rain(length, seed);
      case "surf" -> Ambience.surf(length, seed);
      case "lapping" -> Ambience.lapping(length, seed);
      case "crickets" -> Ambience.crickets(length, seed);
      case "traffic" -> Machinery.traffic(length, seed);
      case "engine" -> Machinery.engine(length, (quick ? 58 : 40) / share, 0.5, seed);
      case "motor" -> Machinery.engine(length, (quick ? 95 : 70) / share, 0.2, seed);
      case "roar" -> Machinery.roar(length, share, seed);
      case "hum" -> Machinery.hum(length, seed);
      case "rolling" -> Machinery.rolling(length, ground, quick ? 3.4 : 2.1, seed);
      case "scraping" -> Machinery.scraping(length, ground, seed);
      default -> throw new IllegalArgumentException("no sound is known for " + bed.kind());
    };
  }

  /** What the subject makes is as loud as the subject is near. */
  private static float[] near(Bed bed, float[] sound, Loudness loudness) {
    switch (bed.kind()) {
      case "engine", "motor", "roar", "rolling", "scraping", "lapping" -> {
        for (int i = 0; i < sound.length; i++) {
          sound[i] *= (float) loudness.at(i);
        }
      }
      default -> {}
    }
    return sound;
  }

  private static float[] leveled(float[] sound, double level) {
    double rms = new Samples(Tape.RATE, sound).rms();
    float gain = (float) (level / Math.max(1e-6, rms));
    for (int i = 0; i < sound.length; i++) {
      sound[i] *= gain;
    }
    return sound;
  }

  /** What is louder than the knee is bent, so that nothing reaches one. */
  private static float[] limited(float[] values) {
    for (int i = 0; i < values.length; i++) {
      double size = Math.abs(values[i]);
      if (size > KNEE) {
        double bent = KNEE + (1 - KNEE) * 0.95 * Math.tanh((size - KNEE) / (1 - KNEE));
        values[i] = (float) Math.copySign(bent, values[i]);
      }
    }
    return values;
  }
}
