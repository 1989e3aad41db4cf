package moviegen.world;

import java.awt.image.BufferedImage;
import java.util.List;
import moviegen.media.Frames;

/** The middle frames of several scenes in a grid. */
public final class ContactSheet {
  private ContactSheet() {}

  /** As many scenes as given, in a grid that is about as wide as it is high. */
  public static BufferedImage of(List<Scene> scenes, Shot shot) {
    int columns = (int) Math.ceil(Math.sqrt(scenes.size()));
    int rows = (scenes.size() + columns - 1) / columns;
    int gap = 4;
    var sheet =
        new BufferedImage(
            columns * (shot.width() + gap) + gap,
            rows * (shot.height() + gap) + gap,
            BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < scenes.size(); i++) {
      var stage = new Stage(scenes.get(i), shot);
      int x = gap + i % columns * (shot.width() + gap);
      int y = gap + i / columns * (shot.height() + gap);
      int[] pixels = stage.frame(shot.frames() / 2);
      sheet.setRGB(x, y, shot.width(), shot.height(), pixels, 0, shot.width());
    }
    return sheet;
  }

  /** The frames of one film side by side, evenly chosen. */
  public static BufferedImage strip(Frames film, int count) {
    int gap = 2;
    var strip =
        new BufferedImage(
            count * (film.width() + gap) - gap, film.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < count; i++) {
      int index = count == 1 ? 0 : i * (film.count() - 1) / (count - 1);
      var frame = film.frame(index);
      for (int p = 0; p < film.width() * film.height(); p++) {
        int rgb =
            (frame.get(3 * p) & 255) << 16
                | (frame.get(3 * p + 1) & 255) << 8
                | frame.get(3 * p + 2) & 255;
        strip.setRGB(i * (film.width() + gap) + p % film.width(), p / film.width(), rgb);
      }
    }
    return strip;
  }
}
