package moviegen.evaluate;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import moviegen.generate.Aspect;
import moviegen.media.Frames;
import moviegen.world.HeldOut;
import moviegen.world.Mask;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * A scene that no training shows, as it was filmed.
 *
 * @param subject per frame the pixels of the subject, (h w)
 */
record Footage(Scene scene, Frames film, List<BitSet> subject) {
  private static final long FIRST_SEED = 1L << 41;
  private static final int FPS = 16;

  /** Held-out scenes of the natural mix, always the same ones. */
  static Stream<Scene> scenes() {
    return LongStream.iterate(FIRST_SEED, seed -> seed + 1)
        .mapToObj(Scene::random)
        .filter(HeldOut::contains);
  }

  /** The index-th shot: the buckets take turns. */
  static Shot shot(int index, int frames) {
    var buckets = Aspect.values();
    var size = buckets[index % buckets.length].size();
    return new Shot(size.width(), size.height(), frames, FPS);
  }

  static Footage of(Scene scene, Shot shot) {
    var subject = Renderer.masks(scene, shot).stream().map(Mask::bits).toList();
    return new Footage(scene, Renderer.render(scene, shot), subject);
  }

  /** Whether the subject is in any frame. */
  boolean showsSubject() {
    return subject.stream().anyMatch(mask -> !mask.isEmpty());
  }
}
