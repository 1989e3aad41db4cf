package moviegen.autoencoder;

import static moviegen.autoencoder.Encoder.blocks;
import static moviegen.autoencoder.Encoder.through;

import java.util.List;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** A latent to pixels. */
final class Decoder {
  private final Linear stem;
  private final SiteAttention attention;
  private final List<ResidualBlock> coarse;
  private final Split first;
  private final List<ResidualBlock> middle;
  private final Split second;
  private final List<ResidualBlock> fine;
  private final LayerNorm norm;
  private final Split head;

  Decoder(Params params, AutoencoderConfig config) {
    var blocks = config.decoderBlocks();
    stem = Linear.biased(params.at("stem"), config.latentChannels(), config.width(2));
    attention = new SiteAttention(params.at("attention"), config.width(2));
    coarse = blocks(params.at("coarse"), config.width(2), blocks.get(2));
    first = new Split(params.at("first"), config.width(2), config.width(1), 2, 1);
    middle = blocks(params.at("middle"), config.width(1), blocks.get(1));
    second = new Split(params.at("second"), config.width(1), config.width(0), 2, 2);
    fine = blocks(params.at("fine"), config.width(0), blocks.get(0));
    norm = new LayerNorm(params.at("norm"), config.width(0));
    head =
        new Split(
            params.at("head"),
            config.width(0),
            3,
            AutoencoderConfig.STEM_TIME,
            AutoencoderConfig.STEM_SPACE);
  }

  /**
   * @param latent (b t h w c), in the type to compute in
   * @return (b 8t 8h 8w 3), colors from about -1 to 1, float32
   */
  Tensor forward(Tensor latent) {
    var x = through(coarse, attention.forward(stem.forward(latent)));
    x = through(middle, first.forward(x));
    x = through(fine, second.forward(x));
    return head.forward(norm.forward(x).silu()).to(DType.FLOAT32);
  }
}
