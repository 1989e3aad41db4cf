package moviegen.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import moviegen.dataset.JudgedFilms;
import moviegen.dataset.JudgedScene;
import moviegen.dataset.Prefetch;
import moviegen.dataset.Wear;
import moviegen.judge.Judge;
import moviegen.judge.JudgeConfig;
import moviegen.judge.Verdict;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * The judge's objective: to answer every question about drawn films of all combinations of words,
 * worn in many ways, and to find their subject. Every film is seen twice, the second time in a
 * mirror.
 */
public final class LearnJudge implements Objective {
  private static final int AHEAD = 3;
  private static final long LAG = 8;
  private static final long OTHER_SEEDS = 1L << 42;
  private static final double BROKEN = 0.12;
  private static final double WHERE = 0.5;
  private static final int OTHERS = 3;

  private final Params params = Params.random();
  private final JudgeConfig config;
  private final Judge judge;
  private final int batch;
  private final long seed;
  private final JudgedFilms others;
  private final Prefetch<JudgedFilms.Batch> batches;
  private final Map<Long, JudgedFilms.Batch> kept = new LinkedHashMap<>();
  private final JudgedFilms films;

  /**
   * @param batch films in a step
   */
  public LearnJudge(JudgeConfig config, int batch, long seed, DType compute) {
    this.config = config;
    this.batch = batch;
    this.seed = seed;
    judge = new Judge(params, config, compute);
    films = new JudgedFilms(seed, JudgedScene::of, config.questions(), BROKEN);
    others = new JudgedFilms(OTHER_SEEDS, JudgedScene::of, config.questions(), BROKEN);
    batches = new Prefetch<>(number -> films.batch(number, batch), AHEAD, 1);
  }

  @Override
  public Params params() {
    return params;
  }

  @Override
  public int batch() {
    return batch;
  }

  /** The films of a step: those of even steps are new, of odd ones seen some steps before. */
  private JudgedFilms.Batch films(long step) {
    long newest = step / 2;
    if (step % 2 == 0) {
      var drawn = batches.get(newest);
      kept.put(newest, drawn);
      kept.keySet().removeIf(number -> number < newest - LAG);
      return drawn;
    }
    return kept.computeIfAbsent(Math.max(0, newest - LAG), number -> films.batch(number, batch));
  }

  @Override
  public List<Supplier<Tensor>> losses(long step, Meter meter) {
    boolean mirrored = step % 2 == 1;
    var shown = films(step);
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    Tensor worn;
    try (var _ = Native.noGrad()) {
      worn = Scope.tidy(() -> Wear.of(shown.films(mirrored), random));
    }
    var subjects = shown.subjects(mirrored);
    var answers =
        config.questions().stream().map(question -> shown.answers(question, mirrored)).toList();
    return BatchParts.of(
        batch,
        (start, count) ->
            loss(
                worn.narrow(0, start, count),
                subjects.narrow(0, start, count),
                answers.stream().map(right -> right.narrow(0, start, count)).toList(),
                meter));
  }

  private Tensor loss(Tensor films, Tensor subjects, List<Tensor> answers, Meter meter) {
    var verdict = judge.forward(films);
    var place =
        verdict
            .where()
            .mul(subjects)
            .sum()
            .mul(-1.0 / verdict.where().size(1) / films.size(0));
    meter.add("where", place.item());
    var sum = place.mul(WHERE);
    for (int i = 0; i < config.questions().size(); i++) {
      var loss = Ops.crossEntropy(verdict.answers().get(i), answers.get(i));
      float value = loss.item();
      if (Float.isFinite(value)) {
        meter.add(config.questions().get(i).attribute(), value);
        sum = sum.add(loss);
      }
    }
    return sum;
  }

  /** How often each question is answered rightly about other films than those of training. */
  @Override
  public Map<String, Double> validate() {
    Map<String, double[]> counts = new LinkedHashMap<>();
    for (int i = 0; i < OTHERS * batch; i++) {
      try (var _ = Scope.open();
          var _ = Native.noGrad()) {
        var shown = others.batch(i, batch);
        count(judge.forward(shown.films(false)), shown, counts);
      }
    }
    var figures = new LinkedHashMap<String, Double>();
    counts.forEach((name, count) -> figures.put("right " + name, count[0] / count[1]));
    figures.put(
        "right", figures.values().stream().mapToDouble(Double::doubleValue).average().orElse(0));
    return figures;
  }

  private void count(Verdict verdict, JudgedFilms.Batch shown, Map<String, double[]> counts) {
    for (int k = 0; k < config.questions().size(); k++) {
      var question = config.questions().get(k);
      long[] said = HostMemory.longs(verdict.answers().get(k).argmax(1));
      long[] right = HostMemory.longs(shown.answers(question, false));
      double[] count = counts.computeIfAbsent(question.attribute(), _ -> new double[2]);
      for (int i = 0; i < said.length; i++) {
        if (right[i] >= 0) {
          count[0] += said[i] == right[i] ? 1 : 0;
          count[1]++;
        }
      }
    }
  }

  @Override
  public Shipment ship() {
    return new Shipment("judge", params.asMap(), config, Map.of());
  }

  @Override
  public void close() {
    batches.close();
    params.close();
  }
}
