package moviegen.world;

/** How near a subject is, and so how loud it is, from instant to instant of a shot. */
record Loudness(double[] levels) {
  private static final int RATE = 100;

  static Loudness of(Scene scene, Shot shot) {
    var motion = Motion.of(scene, shot);
    var levels = new double[(int) Math.ceil(shot.seconds() * RATE) + 2];
    double size = Math.sqrt(Material.share(scene.size()));
    for (int i = 0; i < levels.length; i++) {
      var placement = motion.at(Math.min(shot.seconds(), i / (double) RATE));
      levels[i] = size * Math.clamp(placement.scale(), 0.3, 2.0);
    }
    return new Loudness(levels);
  }

  /** The level at a sample. */
  double at(int sample) {
    double position = sample * (double) RATE / Tape.RATE;
    int index = Math.min(levels.length - 2, (int) position);
    double part = Math.min(1, position - index);
    return levels[index] * (1 - part) + levels[index + 1] * part;
  }
}
