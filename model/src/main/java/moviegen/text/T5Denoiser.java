package moviegen.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
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
    this(
        new T5Encoder(params.at("encoder"), config, compute),
        params.at("decoder"),
        config.withDepth(depth),
        compute);
  }

  /**
   * Puts a decoder on a tower.
   *
   * @param config of the tower, but with the decoder's layers
   */
  public T5Denoiser(T5Encoder encoder, Params decoder, T5Config config, DType compute) {
    this.encoder = encoder;
    this.decoder = new T5Decoder(decoder, config, config.depth(), compute);
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

  /**
   * Writes, each time, the likeliest next token.
   *
   * @param ids (b m) int64
   * @param mask (b m) int64
   * @param beginning what every text to write begins with, which says of what kind it is to be
   * @param end the token that ends a text
   * @param longest the most tokens of a text to write, its beginning among them
   * @return for each text what was written before its end
   */
  public List<int[]> write(Tensor ids, Tensor mask, int[] beginning, int end, int longest) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var read = encoder.encode(ids, mask);
      int count = (int) ids.size(0);
      var written = new long[count][longest];
      var lengths = new int[count];
      var open = new BitSet(count);
      open.set(0, count);
      for (int i = 0; i < count; i++) {
        for (int place = 0; place < beginning.length; place++) {
          written[i][place] = beginning[place];
        }
        lengths[i] = beginning.length;
      }
      for (int place = beginning.length; place < longest && !open.isEmpty(); place++) {
        long[] next = next(read, written, place);
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
          written[i][place] = next[i];
          lengths[i] = place + (next[i] == end ? 0 : 1);
          open.set(i, next[i] != end);
        }
      }
      return IntStream.range(0, count)
          .mapToObj(i -> Arrays.stream(written[i], 0, lengths[i]).mapToInt(Math::toIntExact))
          .map(IntStream::toArray)
          .toList();
    }
  }

  /** The likeliest tokens at {@code place}, which is behind what was written. */
  private long[] next(TextFeatures read, long[][] written, int place) {
    try (var _ = Scope.open()) {
      var before = new long[written.length * (place + 1)];
      for (int i = 0; i < written.length; i++) {
        System.arraycopy(written[i], 0, before, i * (place + 1) + 1, place);
      }
      var ids = HostMemory.tensor(before, written.length, place + 1);
      var last = decoder.forward(encoder.embed(ids), read).narrow(1, place, 1);
      return HostMemory.longs(encoder.logits(last).squeeze(1).argmax(1));
    }
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
