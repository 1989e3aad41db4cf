package moviegen.world;

/**
 * One note of a piece.
 *
 * @param instrument who plays it
 * @param pitch half steps, 60 for the C in the middle, 69 for the A of 440 Hz
 * @param beat when it begins
 * @param beats how long it is held
 * @param level how loud it is, 0 to 1
 */
record Note(String instrument, int pitch, double beat, double beats, double level) {
  static final int KICK = 36;
  static final int SNARE = 38;
  static final int HAT = 42;

  double hertz() {
    return 440 * Math.pow(2, (pitch - 69) / 12.0);
  }
}
