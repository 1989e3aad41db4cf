package moviegen.world;

import java.util.ArrayList;
import java.util.List;

/** Where the subject is in every frame of a shot. */
public record Track(List<Track.Spot> spots) {
  public Track {
    spots = List.copyOf(spots);
  }

  /**
   * The subject in one frame, in pixels.
   *
   * @param area pixels that it covers; the rest is 0 where there are none
   * @param x its centroid, to the right
   * @param y its centroid, downward
   * @param left first column of its box
   * @param top first row of its box
   * @param right column after its box
   * @param bottom row after its box
   */
  public record Spot(int area, double x, double y, int left, int top, int right, int bottom) {
    static Spot of(Mask mask) {
      long sumX = 0;
      long sumY = 0;
      int left = mask.width();
      int top = mask.height();
      int right = 0;
      int bottom = 0;
      int area = 0;
      for (int i = mask.bits().nextSetBit(0); i >= 0; i = mask.bits().nextSetBit(i + 1)) {
        int x = i % mask.width();
        int y = i / mask.width();
        sumX += x;
        sumY += y;
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
        area++;
      }
      return area == 0
          ? new Spot(0, 0, 0, 0, 0, 0, 0)
          : new Spot(
              area,
              sumX / (double) area + 0.5,
              sumY / (double) area + 0.5,
              left,
              top,
              right,
              bottom);
    }
  }

  /** The track of a scene's subject in a shot. */
  public static Track of(Scene scene, Shot shot) {
    var spots = new ArrayList<Spot>();
    for (Mask mask : Renderer.masks(scene, shot)) {
      spots.add(Spot.of(mask));
    }
    return new Track(spots);
  }
}
