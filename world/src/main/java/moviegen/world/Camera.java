package moviegen.world;

/**
 * Where the camera looks from at one instant, in units of the frame's mean side.
 *
 * @param panX turning: moves all layers alike
 * @param panY turning, downward
 * @param truckX going sideways: moves layers by their nearness
 * @param truckY going downward
 * @param zoom of the lens, 1 to 1.5
 * @param dolly how far the camera went forward; the subject stands at distance 1
 * @param focusY the height that zoom and dolly close in on
 * @param orbit angle around the subject, radians
 */
record Camera(
    double panX,
    double panY,
    double truckX,
    double truckY,
    double zoom,
    double dolly,
    double focusY,
    double orbit) {

  /** The camera of a scene at a time in a shot. */
  static Camera at(Scene scene, Motion motion, double seconds, double time) {
    Layout layout = motion.layout();
    double length = Math.min(1, seconds / 1.5);
    double part = time / seconds;
    double way = part * part * (3 - 2 * part) * 0.5 + part * 0.5 - 0.5;
    double across = way * 0.36 * layout.width() * length;
    double up = way * 0.24 * layout.height() * length;
    double near = (way + 0.5) * length;
    double focus = layout.ground() - 0.12 * layout.height();
    var still = new Camera(0, 0, 0, 0, 1, 0, focus, 0);
    return switch (scene.camera()) {
      case "zoom in" -> still.zoomed(1 + 0.45 * near);
      case "zoom out" -> still.zoomed(1 + 0.45 * (length - near));
      case "push in" -> still.moved(0, 0, 0.29 * near);
      case "pull out" -> still.moved(0, 0, 0.29 * (length - near));
      case "pan right" -> still.turned(across, 0);
      case "pan left" -> still.turned(-across, 0);
      case "tilt up" -> still.turned(0, -up);
      case "tilt down" -> still.turned(0, up);
      case "truck right" -> still.moved(across, 0, 0);
      case "truck left" -> still.moved(-across, 0, 0);
      case "pedestal up" -> still.moved(0, -up, 0);
      case "pedestal down" -> still.moved(0, up, 0);
      case "arc shot" -> {
        double offset = way * 0.9 * length;
        yield new Camera(-offset, 0, offset, 0, 1, 0, focus, way * 1.3 * length);
      }
      case "tracking shot" -> still.moved(motion.at(time).x() - layout.home(), 0, 0);
      case "handheld shot" -> {
        double seed = (scene.seed() & 1023) / 97.0;
        yield still.turned(
            shake(time, 0.9, seed) + 0.5 * shake(time, 2.1, seed + 3),
            shake(time, 1.1, seed + 5) + 0.5 * shake(time, 2.6, seed + 7));
      }
      default -> still;
    };
  }

  /** How large a layer at depth z appears, 1 as drawn. */
  double scale(double z) {
    return zoom * z / (z - dolly);
  }

  /** Where a layer's point appears, to the right of the frame's center. */
  double screenX(double x, double z) {
    return scale(z) * (x - truckX / z) - panX;
  }

  /** Where a layer's point appears, below the frame's center. */
  double screenY(double y, double z) {
    return scale(z) * (y - truckY / z - focusY) + focusY - panY;
  }

  double layerX(double screenX, double z) {
    return (screenX + panX) / scale(z) + truckX / z;
  }

  double layerY(double screenY, double z) {
    return (screenY + panY - focusY) / scale(z) + focusY + truckY / z;
  }

  private Camera zoomed(double to) {
    return new Camera(0, 0, 0, 0, to, 0, focusY, 0);
  }

  private Camera turned(double x, double y) {
    return new Camera(x, y, 0, 0, 1, 0, focusY, 0);
  }

  private Camera moved(double x, double y, double forward) {
    return new Camera(0, 0, x, y, 1, forward, focusY, 0);
  }

  private static double shake(double time, double rate, double phase) {
    return 0.018 * Math.sin(2 * Math.PI * (rate * time + phase));
  }
}
