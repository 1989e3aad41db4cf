package moviegen.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moviegen.nn.Embedding;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** The encoder of T5 v1.1, UL2, ByT5 and UMT5 (section 3.1.4). */
public final class T5Encoder implements TextEncoder {
  private final Embedding embedding;
  private final Optional<RelativePositions> positions;
  private final List<T5Block> blocks;
  private final RmsNorm norm;
  private final DType compute;

  /** A tower that computes in float32. */
  public T5Encoder(Params params, T5Config config) {
    this(params, config, DType.FLOAT32);
  }

  /** A tower that computes in {@code compute}, whatever type its weights are kept in. */
  public T5Encoder(Params params, T5Config config, DType compute) {
    embedding = new Embedding(params.at("embedding"), config.vocabulary(), config.width());
    positions = RelativePositions.shared(params, config, true);
    blocks =
        IntStream.range(0, config.depth())
            .mapToObj(i -> new T5Block(params.at("blocks").at(i), config, compute))
            .toList();
    norm = new RmsNorm(params.at("norm"), config.width());
    this.compute = compute;
  }

  @Override
  public TextFeatures encode(Tensor ids, Tensor mask) {
    int length = (int) ids.size(1);
    var hidden = Masks.hide(mask);
    var bias = positions.map(p -> p.forward(length).add(hidden)).orElse(hidden);
    var x = embed(ids);
    for (T5Block block : blocks) {
      x = block.forward(x, bias);
    }
    var features = norm.forward(x).mul(mask.unsqueeze(2)).to(compute);
    return new TextFeatures(features, mask);
  }

  Tensor embed(Tensor ids) {
    return embedding.forward(ids).to(DType.FLOAT32);
  }

  /** How well each of {@code x} (b n c) fits each token of the vocabulary (b n v). */
  Tensor logits(Tensor x) {
    var weight = embedding.weight();
    double scale = 1 / Math.sqrt((double) weight.size(1));
    return x.mul(scale).matmul(weight.to(x.dtype()).transpose(0, 1));
  }
}
