package moviegen.world;

import java.util.ArrayList;
import java.util.List;

/** A scene set up for one shot: everything painted once, then filmed frame by frame. */
final class Stage {
  private final Shot shot;
  private final Motion motion;
  private final List<Camera> cameras = new ArrayList<>();
  private final List<Layer> far;
  private final List<Layer> near;
  private final Canvas frame;
  private final Canvas behind;
  private final Canvas sheet;
  private final Cast cast;
  private final Actor actor;
  private final Weather weather;
  private final Style style;
  private final boolean styled;
  private int held = -1;

  Stage(Scene scene, Shot shot) {
    this(scene, shot, true);
  }

  private Stage(Scene scene, Shot shot, boolean painted) {
    this.shot = shot;
    motion = Motion.of(scene, shot);
    Layout layout = motion.layout();
    for (int i = 0; i < shot.frames(); i++) {
      cameras.add(Camera.at(scene, motion, shot.seconds(), shot.time(i)));
    }
    List<Layer> layers =
        painted ? Scenery.paint(scene, shot, layout, cameras).layers() : List.of();
    far = new ArrayList<>(layers.stream().filter(layer -> layer.z() >= 1).toList());
    List<Layer> props = Props.of(scene, shot, layout);
    cast = new Cast(scene, shot, props);
    far.addAll(props);
    near = layers.stream().filter(layer -> layer.z() < 1).toList();
    frame = new Canvas(shot.width(), shot.height());
    behind = new Canvas(shot.width(), shot.height());
    sheet = new Canvas(shot.width(), shot.height());
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
    Camera camera = cameras.get(index);
    Placement at = motion.at(shot.time(index));
    if (held < 0 || !cameras.get(held).equals(camera)) {
      far.forEach(layer -> layer.draw(behind, camera, shot.unit()));
      held = index;
    }
    System.arraycopy(behind.pixels, 0, frame.pixels, 0, frame.pixels.length);
    actor.pose(at, camera);
    actor.lay(frame, at, camera);
    near.forEach(layer -> layer.draw(frame, camera, shot.unit()));
    weather.draw(frame, shot.time(index));
    if (styled) {
      cast.read(sheet, camera);
      style.apply(frame, cast);
    }
    return frame.pixels;
  }

  /** Where the subject is in a frame. */
  Mask mask(int index) {
    actor.pose(motion.at(shot.time(index)), cameras.get(index));
    return Mask.of(sheet);
  }
}
