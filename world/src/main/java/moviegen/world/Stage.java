package moviegen.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scene set up for one shot: everything painted once, then filmed frame by frame. */
final class Stage {
  private final Scene scene;
  private final Shot shot;
  private final Motion motion;
  private final List<Layer> far;
  private final List<Layer> near;
  private final Canvas frame;
  private final Canvas behind;
  private final Canvas sheet;
  private final Shutter shutter;
  private final Cast cast;
  private final Actor actor;
  private final Weather weather;
  private final Style style;
  private final boolean styled;
  private Optional<Camera> held = Optional.empty();

  Stage(Scene scene, Shot shot) {
    this(scene, shot, true);
  }

  private Stage(Scene scene, Shot shot, boolean painted) {
    this.scene = scene;
    this.shot = shot;
    motion = Motion.of(scene, shot);
    Layout layout = motion.layout();
    List<Layer> layers = painted ? Scenery.paint(scene, shot, motion).layers() : List.of();
    far = new ArrayList<>(layers.stream().filter(layer -> layer.z() >= 1).toList());
    List<Layer> props = Props.of(scene, shot, layout);
    cast = new Cast(scene, shot, props);
    far.addAll(props);
    near = layers.stream().filter(layer -> layer.z() < 1).toList();
    frame = new Canvas(shot.width(), shot.height());
    behind = new Canvas(shot.width(), shot.height());
    sheet = new Canvas(shot.width(), shot.height());
    shutter = new Shutter(frame.pixels.length);
    actor = new Actor(scene, shot, layout, sheet);
    weather = Weather.of(scene, shot);
    styled = !scene.style().equals("plain");
    style = Style.of(scene.style(), shot);
  }

  /** A stage without scenery, for those who only ask where the subject is. */
  static Stage bare(Scene scene, Shot shot) {
    return new Stage(scene, shot, false);
  }

  /** The pixels of a frame, 0xAARRGGBB, valid until the next one. */
  int[] frame(int index) {
    shutter.expose(shot.time(index), frame.pixels, this::draw);
    Lens.soften(frame.pixels, frame.width, frame.height);
    return frame.pixels;
  }

  /** Draws what is seen at a time in seconds. */
  private void draw(double time) {
    Camera camera = camera(time);
    Placement at = motion.at(time);
    if (!held.equals(Optional.of(camera))) {
      far.forEach(layer -> layer.draw(behind, camera, shot.unit()));
      held = Optional.of(camera);
    }
    System.arraycopy(behind.pixels, 0, frame.pixels, 0, frame.pixels.length);
    actor.pose(at, camera);
    actor.lay(frame, at, camera);
    near.forEach(layer -> layer.draw(frame, camera, shot.unit()));
    weather.draw(frame, time);
    if (styled) {
      cast.read(sheet, camera);
      style.apply(frame, cast);
    }
  }

  private Camera camera(double time) {
    return Camera.at(scene, motion, shot.seconds(), time);
  }

  /** Where the subject is in a frame. */
  Mask mask(int index) {
    double time = shot.time(index);
    actor.pose(motion.at(time), camera(time));
    return Mask.of(sheet);
  }
}
