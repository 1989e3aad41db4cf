package moviegen.audio;

import static moviegen.tensor.Axis.axis;

import java.util.ArrayList;
import java.util.List;
import moviegen.clip.ClipConfig;
import moviegen.clip.ClipImageTower;
import moviegen.clip.ContrastiveLoss;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * What a soundtrack is made from: film frames through the frozen image tower. Beside its embedding
 * of the whole frame (paper, section 6.1) a few numbers of its patch tokens are kept for each place
 * of a small grid, and where the subject is, since a pooled frame does not say where anything is.
 */
public final class FilmSight {
  /** How often a film is looked at, frames a second. */
  public static final int RATE = 16;

  private static final long SEED = 0x51647;

  private final ClipImageTower tower;
  private final Linear where;
  private final ClipConfig clip;
  private final SightConfig config;
  private final Tensor mixing;

  /**
   * @param params of the part that holds both towers and the reader of places
   */
  public FilmSight(Params params, ClipConfig clip, SightConfig config, DType compute) {
    this.clip = clip;
    this.config = config;
    tower = new ClipImageTower(params.at("image"), clip, compute);
    where = Linear.biased(params.at("where"), clip.image().width(), 1);
    if (config.grid() > 0 && clip.grid() % config.grid() != 0) {
      throw new IllegalArgumentException(
          "A grid of %d places does not divide %d patches".formatted(config.grid(), clip.grid()));
    }
    mixing = mixing(params, clip.image().width(), config.channels());
  }

  /** Directions in which patch tokens are looked at, the same for every film. */
  private static Tensor mixing(Params params, int width, int channels) {
    try (var _ = Scope.open()) {
      var drawn = Noise.gaussian(SEED, width, Math.max(1, channels)).mul(1 / Math.sqrt(width));
      return params.keep("mixing", drawn);
    }
  }

  public SightConfig config() {
    return config;
  }

  /** Side of the squares that frames are squeezed into. */
  public int side() {
    return clip.imageSize();
  }

  /**
   * Looks at frames, each by itself.
   *
   * @param frames (t h w 3), from -1 to 1
   * @return (t k), float32: the whole frame, then its places
   */
  public Tensor look(Tensor frames) {
    var image = tower.forward(frames);
    List<Tensor> parts = new ArrayList<>();
    parts.add(ContrastiveLoss.unit(image.embedding()).mul(Math.sqrt(clip.embedding())));
    if (config.grid() > 0) {
      parts.add(places(image.patches().to(DType.FLOAT32)));
    }
    if (config.sites() > 0) {
      parts.add(where.forward(image.patches()).to(DType.FLOAT32).squeeze(2).sigmoid());
    }
    return Ops.cat(parts, 1);
  }

  /** The mean of the patches of every place, in a few directions. */
  private Tensor places(Tensor patches) {
    int side = clip.grid() / config.grid();
    return Ops.linear(patches, mixing.transpose(0, 1))
        .rearrange(
            "t (y p x q) c -> t (y x) c (p q)",
            axis("y", config.grid()),
            axis("x", config.grid()),
            axis("p", side))
        .meanKeeping(3)
        .rearrange("t n c one -> t (n c one)");
  }

  /**
   * Frames with what has changed in each place since the one before.
   *
   * @param kept (b t k) as {@link #look} gives them
   * @return (b t k')
   */
  public static Tensor withChanges(Tensor kept, SightConfig config) {
    if (config.placed() == 0) {
      return kept;
    }
    return FrameFeatures.withPlaces(
        kept.narrow(2, 0, config.embedding()), kept.narrow(2, config.embedding(), config.placed()));
  }
}
