package moviegen.world;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import moviegen.media.Frames;

/** Draws scenes: the same scene and shot always give the same pixels. */
public final class Renderer {
  private Renderer() {}

  /** The film of a scene. */
  public static Frames render(Scene scene, Shot shot) {
    return render(scene, shot, 0, shot.frames());
  }

  /** One frame of the film of a scene. */
  public static Frames still(Scene scene, Shot shot, int frame) {
    return render(scene, shot, frame, 1);
  }

  private static Frames render(Scene scene, Shot shot, int first, int count) {
    var stage = new Stage(scene, shot);
    Frames frames = Frames.black(count, shot.height(), shot.width(), shot.fps());
    byte[] bytes = new byte[shot.width() * shot.height() * 3];
    for (int i = 0; i < count; i++) {
      int[] pixels = stage.frame(first + i);
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
    return masks(scene, shot, IntStream.range(0, shot.frames()));
  }

  /** Where the subject is seen in some of the frames. */
  public static List<Mask> masks(Scene scene, Shot shot, IntStream frames) {
    var stage = Stage.bare(scene, shot);
    return frames.mapToObj(stage::mask).toList();
  }
}
