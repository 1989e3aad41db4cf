package moviegen.nn;

import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** A learned vector for each number. */
public record Embedding(Tensor weight) {
  public Embedding(Params params, int count, int width) {
    this(params, count, width, Init.normal(1));
  }

  public Embedding(Params params, int count, int width, Init init) {
    this(params.get("weight", init, count, width));
  }

  /**
   * @param ids (…) int64
   * @return (… width)
   */
  public Tensor forward(Tensor ids) {
    return Ops.embedding(weight, ids);
  }
}
