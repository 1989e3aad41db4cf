package moviegen.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
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
 * is. Drawing a still costs as much as learning from it, so a quarter of a batch is new and the
 * rest was drawn before; its captions are new.
 */
public final class WorldStills {
  private static final int MOMENTS = 4;
  private static final int NEW = 4;
  private static final int WINDOW = 4_096;

  private final long seed;
  private final LongFunction<Scene> scenes;
  private final int side;
  private final int grid;
  private final Map<Long, Still> drawn = new ConcurrentHashMap<>();

  /**
   * @param seed what all batches follow from
   * @param scenes makes the scene of a seed
   * @param side of the square that every still is squeezed into
   * @param grid sites along a side on which the subject is marked
   */
  public WorldStills(long seed, LongFunction<Scene> scenes, int side, int grid) {
    this.seed = seed;
    this.scenes = scenes;
    this.side = side;
    this.grid = grid;
  }

  /**
   * @param covered which share of each site the subject covers, (h w) in a row
   */
  private record Still(Scene scene, Frames picture, float[] covered) {}

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

  /** The batch of a step, which is the same in whatever order steps come. */
  public Batch batch(long step, int size) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    boolean brief = Captions.brief(random);
    int fresh = Math.ceilDiv(size, NEW);
    long next = step * fresh; // numbers below it were drawn before
    long oldest = Math.max(next - WINDOW, -size);
    drawn.keySet().removeIf(number -> number < oldest);
    var pictures = new ArrayList<Frames>();
    var captions = new ArrayList<String>();
    var covered = new float[size * grid * grid];
    for (int i = 0; i < size; i++) {
      long number = i < fresh ? next + i : random.nextLong(oldest, next);
      var still = drawn.computeIfAbsent(number, this::draw);
      pictures.add(still.picture());
      captions.add(Captions.given(still.scene(), 16, brief, random));
      System.arraycopy(still.covered(), 0, covered, i * grid * grid, grid * grid);
    }
    return new Batch(pictures, captions, covered, grid);
  }

  private Still draw(long number) {
    var random = new SplittableRandom(seed * 0xD1B54A32D192ED03L + number);
    var scene = scenes.apply(random.nextLong());
    var bucket = Bucket.draw(Bucket.AT_128, random);
    var shot = new Shot(bucket.width(), bucket.height(), MOMENTS, 2);
    int moment = random.nextInt(MOMENTS);
    return new Still(
        scene,
        Bicubic.resize(Renderer.still(scene, shot, moment), side, side),
        covered(Renderer.masks(scene, shot, IntStream.of(moment)).getFirst()));
  }

  private float[] covered(Mask mask) {
    var covered = new float[grid * grid];
    BitSet bits = mask.bits();
    float share = (float) (grid * grid) / (mask.width() * mask.height());
    for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(at + 1)) {
      int row = at / mask.width() * grid / mask.height();
      int column = at % mask.width() * grid / mask.width();
      covered[row * grid + column] += share;
    }
    return covered;
  }
}
