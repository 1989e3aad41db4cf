package moviegen.world;

import java.awt.image.BufferedImage;
import java.util.List;

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
}
