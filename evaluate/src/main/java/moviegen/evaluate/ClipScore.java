package moviegen.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import moviegen.generate.Cast;
import moviegen.generate.ImagePair;
import moviegen.media.Frames;
import moviegen.world.Caption;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * How often a caption finds its still among those of other scenes, and a still its caption (paper
 * §3.1.4, MetaCLIP).
 */
public final class ClipScore {
  private static final int AMONG = 64;
  private static final long FIRST_SEED = 1L << 42;
  private static final int MOMENTS = 4;
  private static final int FPS = 16;

  private ClipScore() {}

  /**
   * Measures a cast's towers on {@code groups} groups of 64 scenes of seeds of their own.
   *
   * @param command what to type to find it again
   */
  public static Report of(Cast cast, int groups, String command, CountListener listener) {
    var found = new Tally();
    try (var pair = ImagePair.open(cast)) {
      for (int group = 0; group < groups; group++) {
        long first = FIRST_SEED + (long) group * AMONG;
        var scenes = LongStream.range(first, first + AMONG).mapToObj(Scene::random).toList();
        look(pair, scenes, found);
        listener.onCount(group + 1, groups);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (var row : found.rows()) {
      rows.add(row.withChance(1.0 / AMONG));
    }
    return new Report("clip", groups * AMONG, command, rows, rows.getFirst().score().value());
  }

  private static void look(ImagePair pair, List<Scene> scenes, Tally found) {
    var stills = new ArrayList<Frames>();
    var briefs = new ArrayList<String>();
    var fulls = new ArrayList<String>();
    for (int i = 0; i < scenes.size(); i++) {
      var scene = scenes.get(i);
      var size = Footage.shot(i, 1);
      var shot = new Shot(size.width(), size.height(), MOMENTS, 2);
      stills.add(Renderer.still(scene, shot, i % MOMENTS));
      fulls.add(Caption.full(scene, scene.seed(), FPS));
      briefs.add(Caption.prefixed(Caption.brief(scene, scene.seed()), FPS));
    }
    add(found, "captions", pair.cosines(fulls, stills));
    add(found, "short captions", pair.cosines(briefs, stills));
  }

  private static void add(Tally found, String name, float[][] cosines) {
    for (int i = 0; i < cosines.length; i++) {
      boolean still = true;
      boolean caption = true;
      for (int k = 0; k < cosines.length; k++) {
        still &= k == i || cosines[i][i] > cosines[i][k];
        caption &= k == i || cosines[i][i] > cosines[k][i];
      }
      found.add(name + " that find their still", still ? 1 : 0);
      found.add("stills that find their " + name, caption ? 1 : 0);
    }
  }
}
