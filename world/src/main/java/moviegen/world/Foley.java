package moviegen.world;

/** The sound of each cue of a scene, from what happens to what, and where. */
final class Foley {
  private final Scene scene;
  private final Surface surface;

  Foley(Scene scene) {
    this.scene = scene;
    surface = Surface.of(scene.place(), scene.weather());
  }

  /** The sound of a cue, which begins with its first sample; its largest sample says how loud. */
  float[] play(Cue cue, long seed) {
    var sound = Tape.normalized(made(cue, seed), loudness(cue));
    return cue.visible() ? sound : Filter.low(4_000).run(sound);
  }

  private float[] made(Cue cue, long seed) {
    String size = size(cue);
    double share = Material.share(size);
    var material = Material.of(cue.source());
    double strength = cue.strength();
    return switch (cue.kind()) {
      case "impact", "landing", "tumble" -> Strike.of(material, size, surface, strength, seed);
      case "hop" -> Burst.passing(seed, 0.12, 320 / share, 700 / share, 1.5);
      case "step" -> step(cue.source(), size, strength, seed);
      case "flap" -> Burst.passing(seed, 0.13 * Math.sqrt(share), 420 / share, 240 / share, 0.8);
      case "whoosh" -> Burst.passing(seed, 0.34, 380 / share, 900 / share, 1.6);
      case "splash" -> splash(share, seed);
      case "sparkle" -> Voice.sparkle(seed);
      case "squeak" -> Voice.squeak(share, seed);
      case "twig" -> twig(seed);
      case "chirp" -> Voice.chirp(cue.visible() ? share : 0.6, seed);
      case "bark" -> Voice.bark(share, seed);
      case "meow" -> Voice.meow(share, seed);
      case "beep" -> Voice.beep(share, seed);
      case "bell" -> Voice.bell(392, 2.4);
      case "thunder" -> Voice.thunder(seed);
      default -> throw new IllegalArgumentException("no sound is known for " + cue.kind());
    };
  }

  private String size(Cue cue) {
    return cue.visible() && cue.source().equals(scene.subject()) ? scene.size() : "large";
  }

  /** A footstep: little of the body, much of the ground. */
  private float[] step(String subject, String size, double strength, long seed) {
    boolean shoe = subject.equals("person") || subject.equals("robot");
    var ground =
        new Surface(
            surface.hardness() * (shoe ? 0.9 : 0.5),
            0.15 + surface.crunch(),
            surface.hertz() * (shoe ? 0.8 : 1.2),
            0.4 * surface.seconds() + 0.04);
    return Strike.of(Material.of(subject), size, ground, 0.6 * strength, seed);
  }

  private static float[] splash(double share, long seed) {
    var sound = Burst.falling(seed, 0.45 * Math.sqrt(share), 2600, 700, 0.6);
    for (int i = 0; i < 6; i++) {
      double hertz = (500 + 110 * ((seed >>> (4 * i)) & 7)) / Math.sqrt(share);
      var drop = new float[Tape.samples(0.06)];
      Strike.partial(drop, hertz * (1 + 0.1 * i), 0.5, 0.05);
      new Tape(sound).add(drop, Tape.samples(0.04 + 0.05 * i), 0.5);
    }
    return sound;
  }

  private static float[] twig(long seed) {
    var sound = Burst.grains(seed, 0.09, 4, 2_800);
    Strike.partial(sound, 900 + 300 * ((seed >>> 3) & 3), 0.6, 0.04);
    return sound;
  }

  private static double loudness(Cue cue) {
    double full =
        switch (cue.kind()) {
          case "impact", "landing" -> 0.62;
          case "tumble", "bark" -> 0.42;
          case "step" -> 0.34;
          case "hop", "flap", "whoosh" -> 0.2;
          case "splash", "meow", "thunder" -> 0.34;
          case "sparkle", "chirp", "beep" -> 0.22;
          default -> 0.26;
        };
    return full * (0.3 + 0.7 * cue.strength());
  }
}
