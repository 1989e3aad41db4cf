package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moviegen.generate.Aspect;
import moviegen.generate.Cast;
import moviegen.generate.JudgePart;
import moviegen.generate.Pixels;
import moviegen.judge.Judge;
import moviegen.judge.JudgeConfig;
import moviegen.media.Bicubic;
import moviegen.media.Frames;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.world.Vocabulary;

/**
 * Reads a film as a judge does that has learned from drawings: two seconds at a time, what it holds
 * for likelier counting more. Of a film that is broken it says that alone.
 */
public final class LearnedReader implements Reader, AutoCloseable {
  static final String BROKEN = "broken";
  private static final String YES = "yes";
  private static final double SECONDS = (double) JudgeConfig.FRAMES / JudgeConfig.RATE;
  private static final double MOST = 1.5;

  private final JudgePart part;
  private final Judge judge;

  private LearnedReader(JudgePart part) {
    this.part = part;
    judge = part.judge();
  }

  /** The judge of a cast. */
  public static LearnedReader of(Cast cast) {
    return new LearnedReader(JudgePart.open(cast));
  }

  @Override
  public List<String> attributes() {
    return judge.config().questions().stream()
        .map(question -> question.attribute())
        .filter(attribute -> !attribute.equals(BROKEN))
        .toList();
  }

  @Override
  public Map<String, String> read(Frames film) {
    var read = new LinkedHashMap<String, String>();
    var answers = answers(film);
    var questions = judge.config().questions();
    for (int i = 0; i < questions.size(); i++) {
      read.put(questions.get(i).attribute(), questions.get(i).values().get((int) answers[i]));
    }
    if (YES.equals(read.remove(BROKEN))) {
      return Map.of(BROKEN, YES);
    }
    read.values().removeIf(Vocabulary.NONE::equals);
    if (!read.containsKey("companion")) {
      read.remove("companion_color");
    }
    return read;
  }

  private long[] answers(Frames film) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      List<List<Tensor>> all = new ArrayList<>();
      for (double start = 0; all.isEmpty() || start + SECONDS <= film.seconds(); start += SECONDS) {
        all.add(judge.forward(Pixels.tensor(view(film, start))).answers());
      }
      var answers = new long[judge.config().questions().size()];
      for (int i = 0; i < answers.length; i++) {
        int question = i;
        var sum =
            Ops.cat(all.stream().map(one -> one.get(question).softmax(1).log()).toList(), 0)
                .sum(0)
                .unsqueeze(0);
        answers[i] = HostMemory.longs(sum.argmax(1))[0];
      }
      return answers;
    }
  }

  /** Two seconds of a film as a judge sees them; one that ends before stands still from there. */
  static Frames view(Frames film, double start) {
    var size = size(film);
    var view = Frames.black(JudgeConfig.FRAMES, film.height(), film.width(), JudgeConfig.RATE);
    for (int t = 0; t < view.count(); t++) {
      int from = (int) Math.round((start + (double) t / JudgeConfig.RATE) * film.fps());
      view.frame(t).put(film.frame(Math.min(film.count() - 1, from)));
    }
    return size[0] == film.width() && size[1] == film.height()
        ? view
        : Bicubic.resize(view, size[0], size[1]);
  }

  /** The film's own size where a judge can see it, else that of the most similar shape. */
  private static int[] size(Frames film) {
    int site = JudgeConfig.SITE;
    var square = Aspect.SQUARE.size();
    double area =
        (double) film.width() * film.height() / ((double) square.width() * square.height());
    if (film.width() % site == 0 && film.height() % site == 0 && area < MOST && area > 1 / MOST) {
      return new int[] {film.width(), film.height()};
    }
    double shape = Math.log((double) film.width() / film.height());
    var best = square;
    double least = Math.abs(shape);
    for (var aspect : Aspect.values()) {
      double away =
          Math.abs(shape - Math.log((double) aspect.size().width() / aspect.size().height()));
      if (away < least) {
        least = away;
        best = aspect.size();
      }
    }
    return new int[] {best.width(), best.height()};
  }

  @Override
  public void close() {
    part.close();
  }
}
