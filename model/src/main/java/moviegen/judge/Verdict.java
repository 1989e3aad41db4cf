package moviegen.judge;

import java.util.List;
import moviegen.tensor.Tensor;

/**
 * What a judge says of some films.
 *
 * @param answers to each question (b values), float32, before the softmax
 * @param where the logarithm of the share of the subject that each site shows (b t n), float32
 */
public record Verdict(List<Tensor> answers, Tensor where) {
  public Verdict {
    answers = List.copyOf(answers);
  }
}
