package moviegen.world;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All layers of a shot, painted once: as much of each as the camera will see. */
record Scenery(List<Layer> layers) {
  private static final double SKY = 1e6;
  private static final double CLOUDS = 16;

  static Scenery paint(Scene scene, Shot shot, Motion motion) {
    Layout layout = motion.layout();
    List<Camera> cameras = moments(scene, shot.seconds(), motion);
    var light = new Light(scene.place(), scene.time(), scene.weather());
    Backdrop backdrop = Backdrop.of(scene.place());
    double shade = scene.time().equals("night") ? 0.5 : 0.34;
    var layers = new ArrayList<Layer>();
    Window far = Window.of(SKY, shot, layout, cameras);
    Canvas sky = far.canvas();
    Sky.paint(sky, far.area(), far.resolution(), layout, light, scene.seed());
    Layer.finish(sky, far.resolution(), 0, 0, 1);
    layers.add(far.layer(sky.dried(), SKY));
    if (light.clouds() > 0) {
      Window window = Window.of(CLOUDS, shot, layout, cameras);
      Canvas sheet = window.canvas();
      Graphics2D brush = window.brush(sheet);
      Sky.clouds(brush, window.area(), layout, light, scene.seed());
      brush.dispose();
      Layer.finish(sheet, window.resolution(), light.shade(), shade * 0.5, 2);
      layers.add(window.layer(sheet.dried(), CLOUDS));
    }
    for (int i = 0; i < backdrop.size(); i++) {
      double z = backdrop.depth(i);
      Window window = Window.of(z, shot, layout, cameras);
      Canvas sheet = window.canvas();
      Graphics2D brush = window.brush(sheet);
      backdrop.paint(i, brush, window.area(), layout, light, scene.seed());
      brush.dispose();
      Layer.finish(sheet, window.resolution(), light.shade(), shade, 3 + i);
      layers.add(window.layer(sheet.dried(), z));
    }
    return new Scenery(List.copyOf(layers));
  }

  /** Cameras so dense in time that the layers' windows do not depend on the frame rate. */
  private static List<Camera> moments(Scene scene, double seconds, Motion motion) {
    int count = 32 + (int) (16 * seconds);
    return IntStream.rangeClosed(0, count)
        .mapToObj(i -> Camera.at(scene, motion, seconds, seconds * i / count))
        .toList();
  }

  /** The part of a layer that a shot shows, and how finely it is painted. */
  private record Window(Rectangle2D area, double resolution, int width, int height) {
    static Window of(double z, Shot shot, Layout layout, List<Camera> cameras) {
      double left = Double.MAX_VALUE;
      double top = Double.MAX_VALUE;
      double right = -Double.MAX_VALUE;
      double bottom = -Double.MAX_VALUE;
      double scale = 0;
      for (Camera camera : cameras) {
        left = Math.min(left, camera.layerX(-layout.width() / 2, z));
        right = Math.max(right, camera.layerX(layout.width() / 2, z));
        top = Math.min(top, camera.layerY(-layout.height() / 2, z));
        bottom = Math.max(bottom, camera.layerY(layout.height() / 2, z));
        scale = Math.max(scale, camera.scale(z));
      }
      double resolution = shot.unit() * Math.min(scale, 1.7);
      int width = (int) Math.ceil((right - left) * resolution - 1e-6) + 1;
      int height = (int) Math.ceil((bottom - top) * resolution - 1e-6) + 1;
      var area = new Rectangle2D.Double(left, top, width / resolution, height / resolution);
      return new Window(area, resolution, width, height);
    }

    Canvas canvas() {
      return new Canvas(width, height);
    }

    Graphics2D brush(Canvas sheet) {
      Graphics2D brush = sheet.brush();
      brush.scale(resolution, resolution);
      brush.translate(-area.getX(), -area.getY());
      return brush;
    }

    Layer layer(Canvas sheet, double z) {
      return new Layer(sheet, z, area.getX(), area.getY(), resolution);
    }
  }
}
