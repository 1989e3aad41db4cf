package moviegen.clip;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moviegen.nn.Embedding;
import moviegen.nn.Init;
import moviegen.nn.LayerNorm;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** The text tower. The embedding of a text is taken where the text ends. */
public final class ClipTextTower {
  private static final float HIDDEN = -1e9f;

  private final Embedding embedding;
  private final Tensor positions;
  private final List<ClipBlock> blocks;
  private final LayerNorm norm;
  private final Tensor projection;
  private final boolean causal;
  private final DType compute;

  /** A tower that computes in float32. */
  public ClipTextTower(Params params, ClipConfig config) {
    this(params, config, DType.FLOAT32);
  }

  /** A tower that computes in {@code compute}, whatever type its weights are kept in. */
  public ClipTextTower(Params params, ClipConfig config, DType compute) {
    int width = config.text().width();
    embedding =
        new Embedding(params.at("embedding"), config.vocabulary(), width, Init.normal(0.02));
    positions = params.get("positions", Init.normal(0.01), config.contextLength(), width);
    blocks =
        IntStream.range(0, config.text().depth())
            .mapToObj(
                i ->
                    new ClipBlock(
                        params.at("blocks").at(i), config.text(), config.quickGelu(), compute))
            .toList();
    norm = new LayerNorm(params.at("norm"), width, ClipBlock.EPS);
    projection =
        params.get("projection", Init.normal(Math.pow(width, -0.5)), width, config.embedding());
    causal = config.causal();
    this.compute = compute;
  }

  /**
   * Reads texts that end in their highest id, as open_clip's do.
   *
   * @param ids (b m) int64
   */
  public ClipText forward(Tensor ids) {
    return read(ids, ids.argmax(1), Optional.empty());
  }

  /**
   * Reads texts that end with their mask.
   *
   * @param ids (b m) int64
   * @param mask (b m) int64, ones and then zeros
   */
  public ClipText forward(Tensor ids, Tensor mask) {
    var ends = mask.sum(1).add(-1).clamp(0, ids.size(1) - 1.0);
    var hidden = mask.to(DType.FLOAT32).add(-1).mul(-HIDDEN);
    return read(ids, ends, Optional.of(hidden.unsqueeze(1).unsqueeze(1)));
  }

  private ClipText read(Tensor ids, Tensor ends, Optional<Tensor> hidden) {
    long length = ids.size(1);
    if (length > positions.size(0)) {
      throw new IllegalArgumentException(
          "A text has %d tokens, expected at most %d".formatted(length, positions.size(0)));
    }
    var x = embedding.forward(ids).add(positions.narrow(0, 0, length)).to(DType.FLOAT32);
    var bias = causal ? Optional.of(lookingBack((int) length).to(ids.device())) : hidden;
    for (ClipBlock block : blocks) {
      x = block.forward(x, bias);
    }
    var tokens = norm.forward(x).to(compute);
    var rows =
        Ops.arange(ids.size(0)).to(ids.device()).mul((double) length).add(ends).to(DType.INT64);
    var last = tokens.rearrange("b m c -> (b m) c").indexSelect(0, rows);
    return new ClipText(last.matmul(projection.to(compute)), tokens);
  }

  private static Tensor lookingBack(int length) {
    var bias = new float[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = query + 1; key < length; key++) {
        bias[query * length + key] = HIDDEN;
      }
    }
    return HostMemory.tensor(bias, 1, 1, length, length);
  }
}
