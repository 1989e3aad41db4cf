package moviegen.clip;

import static moviegen.tensor.Axis.axis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moviegen.nn.Init;
import moviegen.nn.LayerNorm;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** The image tower, a vision transformer with a class token. */
public final class ClipImageTower {
  private final Tensor patchWeight;
  private final Tensor classToken;
  private final Tensor positions;
  private final LayerNorm firstNorm;
  private final List<ClipBlock> blocks;
  private final LayerNorm norm;
  private final Tensor projection;
  private final ClipConfig config;
  private final DType compute;

  /** A tower that computes in float32. */
  public ClipImageTower(Params params, ClipConfig config) {
    this(params, config, DType.FLOAT32);
  }

  /** A tower that computes in {@code compute}, whatever type its weights are kept in. */
  public ClipImageTower(Params params, ClipConfig config, DType compute) {
    int width = config.image().width();
    int patch = config.patchSize();
    int tokens = config.grid() * config.grid() + 1;
    var small = Init.normal(Math.pow(width, -0.5));
    patchWeight =
        params.get(
            "patches.weight", Init.normal(1 / (patch * Math.sqrt(3))), width, 3, patch, patch);
    classToken = params.get("class_token", small, width);
    positions = params.get("positions", small, tokens, width);
    firstNorm = new LayerNorm(params.at("first_norm"), width, ClipBlock.EPS);
    blocks =
        IntStream.range(0, config.image().depth())
            .mapToObj(
                i ->
                    new ClipBlock(
                        params.at("blocks").at(i), config.image(), config.quickGelu(), compute))
            .toList();
    norm = new LayerNorm(params.at("norm"), width, ClipBlock.EPS);
    projection = params.get("projection", small, width, config.embedding());
    this.config = config;
    this.compute = compute;
  }

  /**
   * Looks at a batch of images.
   *
   * @param images (b h w 3), normalized as in training
   */
  public ClipImage forward(Tensor images) {
    var shape = images.shape();
    int size = config.imageSize();
    if (shape.length != 4 || shape[1] != size || shape[2] != size || shape[3] != 3) {
      throw new IllegalArgumentException(
          "Images have shape %s, expected [b, %d, %d, 3]"
              .formatted(Arrays.toString(shape), size, size));
    }
    var patches = patches(images.to(compute)).to(DType.FLOAT32);
    var first = classToken.to(DType.FLOAT32).expand(shape[0], 1, config.image().width());
    var x = firstNorm.forward(Ops.cat(List.of(first, patches), 1).add(positions));
    for (ClipBlock block : blocks) {
      x = block.forward(x, Optional.empty());
    }
    var tokens = norm.forward(x).to(compute);
    return new ClipImage(
        tokens.select(1, 0).matmul(projection.to(compute)), tokens.narrow(1, 1, patches.size(1)));
  }

  /** Every patch in one product: (b h w 3) → (b n c). */
  private Tensor patches(Tensor images) {
    int side = config.patchSize();
    var pixels =
        images.rearrange("b (h p) (w q) c -> b (h w) (c p q)", axis("p", side), axis("q", side));
    return Ops.linear(pixels, patchWeight.to(compute).rearrange("k c p q -> k (c p q)"));
  }
}
