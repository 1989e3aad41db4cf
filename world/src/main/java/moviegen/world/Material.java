package moviegen.world;

/**
 * What a subject is made of, as one hears it: the partials of a struck body.
 *
 * @param hertz pitch of a large one
 * @param decay seconds in which a large one's lowest partial falls by 60 dB
 * @param touch up to which frequency the touch itself is heard
 * @param ratios frequencies of the partials
 */
record Material(double hertz, double decay, double touch, double... ratios) {
  private static final Material RUBBER = new Material(120, 0.24, 900, 1, 1.62, 2.4, 3.5);
  private static final Material WOOD = new Material(230, 0.20, 2600, 1, 2.57, 4.95, 7.1);
  private static final Material GLASS = new Material(660, 1.40, 7000, 1, 2.76, 5.40, 8.93);
  private static final Material FILM = new Material(170, 0.14, 1500, 1, 1.59, 2.14, 2.65);
  private static final Material FLESH = new Material(140, 0.09, 2000, 1, 1.5, 2.2);
  private static final Material FUR = new Material(105, 0.11, 700, 1, 1.7);
  private static final Material TIN = new Material(290, 0.75, 4500, 1, 1.51, 2.32, 3.48, 4.1);
  private static final Material HULL = new Material(130, 0.30, 1600, 1, 2.2, 3.9);

  static Material of(String subject) {
    return switch (subject) {
      case "ball" -> RUBBER;
      case "cube" -> WOOD;
      case "star" -> GLASS;
      case "balloon" -> FILM;
      case "fish" -> FLESH;
      case "car", "rocket", "robot" -> TIN;
      case "boat" -> HULL;
      default -> FUR;
    };
  }

  /** Pitch of one of this size; half the size sounds an octave higher. */
  double pitch(String size) {
    return hertz / share(size);
  }

  /** How long one of this size rings. */
  double ring(String size) {
    return decay * Math.pow(share(size), 0.7);
  }

  /** A size as a share of large, as the picture has it. */
  static double share(String size) {
    return size.equals("small") ? Layout.SMALL / Layout.LARGE : 1;
  }
}
