package moviegen.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** The writing half of T5: every token sees those before it and all of what was read. */
final class T5Decoder {
  private final Optional<RelativePositions> positions;
  private final List<T5DecoderBlock> blocks;
  private final RmsNorm norm;
  private final DType compute;

  T5Decoder(Params params, T5Config config, int depth, DType compute) {
    positions = RelativePositions.shared(params, config, false);
    blocks =
        IntStream.range(0, depth)
            .mapToObj(i -> new T5DecoderBlock(params.at("blocks").at(i), config, compute))
            .toList();
    norm = new RmsNorm(params.at("norm"), config.width());
    this.compute = compute;
  }

  /** Turns embedded tokens (b n c) into what comes next at each of them (b n c). */
  Tensor forward(Tensor x, TextFeatures read) {
    int length = (int) x.size(1);
    var causal = Masks.causal(length, x.device());
    var bias = positions.map(p -> p.forward(length).add(causal)).orElse(causal);
    var hidden = Masks.hide(read.mask());
    var y = x;
    for (T5DecoderBlock block : blocks) {
      y = block.forward(y, bias, read.features(), hidden);
    }
    return norm.forward(y).to(compute);
  }
}
