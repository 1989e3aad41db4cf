package moviegen.world;

import java.util.Arrays;
import java.util.List;

/** Who is in a frame and keeps its hue in every style: the subject, the companion, the sign. */
final class Cast {
  /** How much of each pixel is one of them, 0 to 255. */
  final int[] alpha;

  /** Where the sign is, which stays as fine as it was written. */
  final boolean[] letters;

  private final List<Layer> props;
  private final boolean signed;
  private final Canvas scratch;
  private final double unit;

  /** The cast of a scene whose props begin with the sign if it has one. */
  Cast(Scene scene, Shot shot, List<Layer> props) {
    this.props = props;
    signed = scene.sign().isPresent();
    unit = shot.unit();
    scratch = new Canvas(shot.width(), shot.height());
    alpha = new int[shot.width() * shot.height()];
    letters = new boolean[alpha.length];
  }

  /** Reads where all are, the subject on its own sheet before the others. */
  void read(Canvas subject, Camera camera) {
    Arrays.fill(alpha, 0);
    Arrays.fill(letters, false);
    for (int k = 0; k < props.size(); k++) {
      scratch.clear(0, 0, scratch.width, scratch.height);
      props.get(k).draw(scratch, camera, unit);
      boolean sign = signed && k == 0;
      for (int i = 0; i < alpha.length; i++) {
        int solid = 2 * (scratch.pixels[i] >>> 24) - 255;
        if (solid > 0) {
          alpha[i] = Math.max(alpha[i], solid);
          letters[i] = sign;
        }
      }
    }
    for (int i = 0; i < alpha.length; i++) {
      int own = subject.pixels[i] >>> 24;
      alpha[i] = Math.max(alpha[i], own);
      letters[i] &= own < 128;
    }
  }
}
