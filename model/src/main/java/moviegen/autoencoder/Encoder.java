package moviegen.autoencoder;

import java.util.List;
import java.util.stream.IntStream;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** Pixels to the mean and log variance of a latent. */
final class Encoder {
  private final Merge stem;
  private final List<ResidualBlock> fine;
  private final Merge first;
  private final List<ResidualBlock> middle;
  private final Merge second;
  private final List<ResidualBlock> coarse;
  private final SiteAttention attention;
  private final LayerNorm norm;
  private final Linear head;

  Encoder(Params params, AutoencoderConfig config) {
    var blocks = config.encoderBlocks();
    stem =
        new Merge(
            params.at("stem"),
            3,
            config.width(0),
            AutoencoderConfig.STEM_TIME,
            AutoencoderConfig.STEM_SPACE);
    fine = blocks(params.at("fine"), config.width(0), blocks.get(0));
    first = new Merge(params.at("first"), config.width(0), config.width(1), 2, 2);
    middle = blocks(params.at("middle"), config.width(1), blocks.get(1));
    second = new Merge(params.at("second"), config.width(1), config.width(2), 2, 1);
    coarse = blocks(params.at("coarse"), config.width(2), blocks.get(2));
    attention = new SiteAttention(params.at("attention"), config.width(2));
    norm = new LayerNorm(params.at("norm"), config.width(2));
    head = Linear.biased(params.at("head"), config.width(2), 2 * config.latentChannels());
  }

  static List<ResidualBlock> blocks(Params params, int width, int count) {
    return IntStream.range(0, count).mapToObj(i -> new ResidualBlock(params.at(i), width)).toList();
  }

  static Tensor through(List<ResidualBlock> blocks, Tensor x) {
    for (var block : blocks) {
      x = block.forward(x);
    }
    return x;
  }

  /**
   * @param film (b t h w 3), colors from -1 to 1, in the type to compute in
   * @return mean and log variance side by side (b t/8 h/8 w/8 2c), float32
   */
  Tensor forward(Tensor film) {
    var x = through(fine, stem.forward(film));
    x = through(middle, first.forward(x));
    x = attention.forward(through(coarse, second.forward(x)));
    return head.forward(norm.forward(x).silu()).to(DType.FLOAT32);
  }
}
