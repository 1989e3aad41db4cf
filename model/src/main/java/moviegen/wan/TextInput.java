package moviegen.wan;

import java.util.List;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** Brings a text encoder's features to the transformer's width. */
record TextInput(Linear in, Linear out, int length) {
  /*
   * The family was trained with texts filled up with zeros, which it looks at like at any other
   * token. They are all alike, and n tokens that are alike weigh as much as one whose score is
   * higher by log n; so one is enough.
   */
  TextInput(Params params, WanConfig config) {
    this(
        Linear.biased(params.at("in"), config.textWidth(), config.width()),
        Linear.biased(params.at("out"), config.width(), config.width()),
        config.textLength());
  }

  /**
   * @param text (b m k)
   * @return (b m' c), one token more if the text is shorter than it may be
   */
  Tensor forward(Tensor text) {
    long m = check(text.size(1));
    var filled = m == length ? text : Ops.padZeros(text, 0, 0, 0, 1);
    return out.forward(Ops.geluTanh(in.forward(filled)));
  }

  /** What is added to the scores of a text of {@code m} tokens (1 1 1 m'). */
  Tensor bias(long m) {
    return m == length
        ? Ops.zeros(1, 1, 1, m)
        : Ops.cat(
            List.of(Ops.zeros(1, 1, 1, m), Ops.zeros(1, 1, 1, 1).add(Math.log(length - m))), 3);
  }

  private long check(long m) {
    if (m > length) {
      throw new IllegalArgumentException(
          "The text has %d tokens, expected at most %d".formatted(m, length));
    }
    return m;
  }
}
