package moviegen.world;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import moviegen.media.Frames;

/** Draws scenes: the same scene and shot always give the same pixels. */
public final class Renderer {
  private Renderer() {}

  /** The film of a scene. */
  public static Frames render(Scene scene, Shot shot) {
    var stage = new Stage(scene, shot);
    Frames frames = Frames.black(shot.frames(), shot.height(), shot.width(), shot.fps());
    byte[] bytes = new byte[shot.width() * shot.height() * 3];
    for (int i = 0; i < shot.frames(); i++) {
      int[] pixels = stage.frame(i);
      for (int p = 0; p < pixels.length; p++) {
        int rgb = pixels[p];
        bytes[3 * p] = (byte) (rgb >> 16);
        bytes[3 * p + 1] = (byte) (rgb >> 8);
        bytes[3 * p + 2] = (byte) rgb;
      }
      ByteBuffer frame = frames.frame(i);
      frame.put(0, bytes);
    }
    return frames;
  }

  /** Where the subject is seen, frame by frame. */
  public static List<Mask> masks(Scene scene, Shot shot) {
    var stage = Stage.bare(scene, shot);
    var masks = new ArrayList<Mask>();
    for (int i = 0; i < shot.frames(); i++) {
      masks.add(stage.mask(i));
    }
    return List.copyOf(masks);
  }
}
