package moviegen.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moviegen.dataset.LatentBatch;
import moviegen.dataset.SceneTruth;
import moviegen.judge.Question;
import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Holds the middle of the transformer to what the drawing knows, as representation alignment (Yu et
 * al. 2024) holds it to the features of a tower that has seen more: which tokens show the subject,
 * and which words the scene is made of. Only training has these heads; they do not ship.
 */
final class TruthAlignment {
  /** What the names of its parameters begin with. */
  static final String PREFIX = "truth.";

  /** Beside the loss of the flow. */
  private static final double WEIGHT = 0.1;

  private static final double SPREAD = 1e-3;
  private static final double EPS = 1e-6;

  private static final Set<String> OF_THE_SUBJECT =
      Set.of("subject", "color", "size", "action", "direction", "speed", "accessory");

  private final SceneTruth truth = new SceneTruth();
  private final Linear hidden;
  private final Linear where;
  private final List<Head> heads = new ArrayList<>();

  /** What answers one question. */
  private record Head(Question question, Linear answers) {}

  TruthAlignment(Params params, int width) {
    hidden = Linear.biased(params.at("hidden"), width, width);
    where = Linear.biased(params.at("where"), width, 1, Init.ZEROS);
    for (var question : SceneTruth.questions(true)) {
      int answers = question.values().size();
      heads.add(
          new Head(
              question,
              Linear.biased(params.at(question.attribute()), width, answers, Init.ZEROS)));
    }
  }

  /**
   * How far the tokens of the middle layer (b n c) are from the truth.
   *
   * @return a scalar to be added to the loss of the flow
   */
  Tensor loss(Tensor tokens, LatentBatch shown, Meter meter) {
    var seen = hidden.forward(RmsNorm.normalizeRows(tokens)).silu();
    var covered = truth.covered(shown);
    var place = crossEntropy(where.forward(seen).to(DType.FLOAT32).squeeze(2), covered);
    meter.add("where", place.item());
    var shares = covered.add(SPREAD);
    shares = shares.div(shares.sum(1).unsqueeze(1)).to(seen.dtype());
    var subject = shares.unsqueeze(1).matmul(seen).squeeze(1);
    var scene = seen.meanKeeping(1).squeeze(1);
    var words = words(SceneTruth.questions(shown.moving()), subject, scene, shown.seeds());
    meter.add(shown.moving() ? "film words" : "image words", words.item());
    return words.add(place).mul(WEIGHT);
  }

  /** The mean over the questions that have an answer. */
  private Tensor words(List<Question> questions, Tensor subject, Tensor scene, long[] seeds) {
    var sum = Ops.tensor(0);
    int asked = 0;
    for (var head : heads) {
      var answers =
          questions.contains(head.question())
              ? SceneTruth.answers(seeds, head.question())
              : Optional.<Tensor>empty();
      if (answers.isPresent()) {
        boolean narrow = OF_THE_SUBJECT.contains(head.question().attribute());
        var logits = head.answers().forward(narrow ? subject : scene).to(DType.FLOAT32);
        sum = sum.add(Ops.crossEntropy(logits, answers.get()));
        asked++;
      }
    }
    return sum.mul(1.0 / Math.max(1, asked));
  }

  private static Tensor crossEntropy(Tensor logits, Tensor share) {
    var guess = logits.sigmoid();
    var yes = guess.add(EPS).log().mul(share);
    var no = guess.neg().add(1 + EPS).log().mul(share.neg().add(1));
    return yes.add(no).mean().neg();
  }
}
