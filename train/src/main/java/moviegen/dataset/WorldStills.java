package moviegen.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import moviegen.media.Bicubic;
import moviegen.media.Frames;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;
import moviegen.world.Mask;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * Stills of drawn films, as the image tower sees them, with their captions and where their subject
 * is.
 *
 * @param seed what all batches follow from
 * @param scenes makes the scene of a seed
 * @param side of the square that every still is squeezed into
 * @param grid sites along a side on which the subject is marked
 */
public record WorldStills(long seed, LongFunction<Scene> scenes, int side, int grid) {
  private static final int MOMENTS = 4;

  /**
   * A batch, still without tensors.
   *
   * @param stills each of one frame
   * @param captions of the same scenes
   * @param covered which share of each site the subject covers, (b h w) in a row
   */
  public record Batch(List<Frames> stills, List<String> captions, float[] covered, int grid) {
    /** (b h w 3), float32 from -1 to 1. */
    public Tensor images() {
      return Ops.cat(stills.stream().map(FilmTensor::of).toList(), 0);
    }

    /** (b n), float32, sites in rows from the top left. */
    public Tensor subjects() {
      return HostMemory.tensor(covered, stills.size(), (long) grid * grid);
    }
  }

  public Batch batch(long step, int size) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    var stills = new ArrayList<Frames>();
    var captions = new ArrayList<String>();
    var covered = new float[size * grid * grid];
    for (int i = 0; i < size; i++) {
      long number = random.nextLong();
      var scene = scenes.apply(number);
      var bucket = Bucket.draw(Bucket.AT_128, random);
      var shot = new Shot(bucket.width(), bucket.height(), MOMENTS, 2);
      int moment = random.nextInt(MOMENTS);
      stills.add(Bicubic.resize(Renderer.render(scene, shot).only(moment), side, side));
      captions.add(Captions.given(scene, 16, random));
      mark(Renderer.masks(scene, shot).get(moment), covered, i * grid * grid);
    }
    return new Batch(stills, captions, covered, grid);
  }

  private void mark(Mask mask, float[] covered, int start) {
    BitSet bits = mask.bits();
    float share = (float) (grid * grid) / (mask.width() * mask.height());
    for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(at + 1)) {
      int row = at / mask.width() * grid / mask.height();
      int column = at % mask.width() * grid / mask.width();
      covered[start + row * grid + column] += share;
    }
  }
}
