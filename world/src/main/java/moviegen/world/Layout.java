package moviegen.world;

import java.util.SplittableRandom;

/**
 * How a scene fills its frame, in units of the frame's mean side from the frame's center, y down.
 *
 * @param width of the frame
 * @param height of the frame
 * @param horizon where sky meets ground
 * @param ground where the subject stands
 * @param tall the subject's height
 * @param wide the subject's width
 * @param home where the subject is when it stays where it is
 * @param reach how far from the middle it may go without leaving the picture
 * @param room how high it may rise without leaving the picture
 */
record Layout(
    double width,
    double height,
    double horizon,
    double ground,
    double tall,
    double wide,
    double home,
    double reach,
    double room) {
  static final double SMALL = 0.175;
  static final double LARGE = 0.38;

  static Layout of(Scene scene, Shot shot) {
    var random = new SplittableRandom(Scene.mix(scene.seed(), 0x1a70));
    double width = shot.width() / shot.unit();
    double height = shot.height() / shot.unit();
    Puppet puppet = Puppet.of(scene.subject());
    double tall = puppet.height * (scene.size().equals("small") ? SMALL : LARGE);
    double wide = tall * puppet.width;
    double ground = height * (0.325 + 0.035 * random.nextDouble());
    String camera = scene.camera();
    boolean passes = camera.startsWith("pan") || camera.startsWith("truck");
    double home = (random.nextDouble() - 0.5) * (passes ? 0.04 : 0.16) * width;
    boolean closes =
        camera.startsWith("zoom") || camera.startsWith("push") || camera.startsWith("pull");
    boolean rises = camera.startsWith("tilt") || camera.startsWith("pedestal");
    double free = width / 2 - wide * (passes ? 0.5 : 0.3);
    double reach = Math.clamp(free, 0.16 * width, width * (closes ? 0.29 : passes ? 0.34 : 0.4));
    double top = closes ? -0.27 * height : rises ? -0.37 * height : -0.49 * height;
    double room = Math.max(0.05, ground - top - tall - 0.02);
    double horizon = height * 0.08;
    return new Layout(width, height, horizon, ground, tall, wide, home, reach, room);
  }
}
