package moviegen.text;

import java.util.List;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * A tower that learns to read by writing what is missing: the encoder, under {@code encoder}, with
 * a decoder beside it that only training needs. Both share one table of words, which is the head
 * too.
 */
public final class T5Denoiser {
  private final T5Encoder encoder;
  private final T5Decoder decoder;
  private final double largestId;

  /** A denoiser that computes in {@code compute}, with {@code depth} layers to write. */
  public T5Denoiser(Params params, T5Config config, int depth, DType compute) {
    encoder = new T5Encoder(params.at("encoder"), config, compute);
    decoder = new T5Decoder(params.at("decoder"), config, depth, compute);
    largestId = config.vocabulary() - 1.0;
  }

  public T5Encoder encoder() {
    return encoder;
  }

  /**
   * The cross-entropy of every token to write, given those before it.
   *
   * @param inputIds (b m) int64
   * @param inputMask (b m) int64
   * @param targetIds (b n) int64, -100 behind the end
   * @return a scalar, the mean over tokens
   */
  public Tensor loss(Tensor inputIds, Tensor inputMask, Tensor targetIds) {
    var logits = logits(inputIds, inputMask, targetIds).to(DType.FLOAT32);
    return Ops.crossEntropy(
        logits.rearrange("b n v -> (b n) v"), targetIds.rearrange("b n -> (b n)"));
  }

  /** What to write at each place of the target (b n v), having seen the places before. */
  Tensor logits(Tensor inputIds, Tensor inputMask, Tensor targetIds) {
    var read = encoder.encode(inputIds, inputMask);
    long length = targetIds.size(1);
    var first = Ops.zeros(DType.INT64, targetIds.size(0), 1).to(targetIds.device());
    var before = Ops.cat(List.of(first, targetIds.narrow(1, 0, length - 1)), 1);
    var embedded = encoder.embed(before.clamp(0, largestId).to(DType.INT64));
    return encoder.logits(decoder.forward(embedded, read));
  }
}
