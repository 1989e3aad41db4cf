package moviegen.judge;

import static moviegen.tensor.Axis.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** Answers questions about films of two seconds. */
public final class Judge {
  private static final int COLORS = 3;
  private static final int[] WAVES = {1, 2, 4};
  private static final int AXES = 3;
  private static final int PLACE = AXES * (1 + 2 * WAVES.length);

  private final Stem stem;
  private final Linear places;
  private final List<MixBlock> fine;
  private final LayerNorm mergeNorm;
  private final Linear merge;
  private final Linear motion;
  private final List<MixBlock> coarse;
  private final LayerNorm norm;
  private final Linear where;
  private final Linear looks;
  private final Linear think;
  private final List<Linear> answers;
  private final JudgeConfig config;
  private final DType compute;

  /** A judge that computes in {@code compute}, whatever type its weights are kept in. */
  public Judge(Params params, JudgeConfig config, DType compute) {
    int width = config.width();
    int wide = 2 * width;
    int sums = 2 + config.looks();
    stem = new Stem(params.at("stem"), width);
    places = new Linear(params.at("places"), PLACE, width);
    fine = blocks(params.at("fine"), config.fine(), width);
    mergeNorm = new LayerNorm(params.at("merge_norm"), 4 * width);
    merge = Linear.biased(params.at("merge"), 4 * width, wide);
    motion = new Linear(params.at("motion"), Displacements.CHANNELS, wide);
    coarse = blocks(params.at("coarse"), config.coarse(), wide);
    norm = new LayerNorm(params.at("norm"), wide);
    where = Linear.biased(params.at("where"), wide, 1);
    looks = Linear.biased(params.at("looks"), wide, config.looks());
    think = Linear.biased(params.at("think"), sums * wide, 2 * wide);
    answers =
        config.questions().stream()
            .map(
                question ->
                    Linear.biased(
                        params.at("answers").at(question.attribute()),
                        2 * wide,
                        question.values().size()))
            .toList();
    this.config = config;
    this.compute = compute;
  }

  private static List<MixBlock> blocks(Params params, int count, int width) {
    return IntStream.range(0, count).mapToObj(i -> new MixBlock(params.at(i), width)).toList();
  }

  public JudgeConfig config() {
    return config;
  }

  /**
   * Looks at films.
   *
   * @param films (b 16 h w 3), 8 frames a second, from -1 to 1; sides are multiples of 16
   */
  public Verdict forward(Tensor films) {
    check(films.shape());
    var x = sites(films);
    for (var block : fine) {
      x = block.forward(x);
    }
    x =
        merge.forward(
            mergeNorm.forward(
                x.rearrange("b t (h p) (w q) c -> b t h w (p q c)", axis("p", 2), axis("q", 2))));
    x = x.add(motion.forward(Displacements.of(films).to(compute)));
    for (var block : coarse) {
      x = block.forward(x);
    }
    var tokens = norm.forward(x).rearrange("b t h w c -> b t (h w) c");
    var subject = where.forward(tokens).to(DType.FLOAT32).squeeze(3);
    var thought = Ops.gelu(think.forward(sums(tokens, subject)));
    var answered =
        answers.stream().map(answer -> answer.forward(thought).to(DType.FLOAT32)).toList();
    return new Verdict(answered, logSoftmax(subject));
  }

  private void check(long... shape) {
    boolean fits =
        shape.length == 5
            && shape[1] == JudgeConfig.FRAMES
            && shape[2] % JudgeConfig.SITE == 0
            && shape[3] % JudgeConfig.SITE == 0
            && shape[4] == COLORS;
    if (!fits) {
      throw new IllegalArgumentException(
          "Films have shape %s, expected [b, %d, h, w, %d] with sides of multiples of %d"
              .formatted(Arrays.toString(shape), JudgeConfig.FRAMES, COLORS, JudgeConfig.SITE));
    }
  }

  private Tensor sites(Tensor films) {
    var x = stem.forward(films.to(compute));
    return x.add(
        places.forward(places((int) x.size(1), (int) x.size(2), (int) x.size(3)).to(compute)));
  }

  /** Where and when each site is (t h w c), each coordinate from -1 to 1 and its waves. */
  private static Tensor places(int frames, int height, int width) {
    var values = new float[frames * height * width * PLACE];
    int at = 0;
    for (int t = 0; t < frames; t++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          for (double place :
              new double[] {
                (2 * t + 1.0) / frames - 1, (2 * y + 1.0) / height - 1, (2 * x + 1.0) / width - 1
              }) {
            values[at++] = (float) place;
            for (int wave : WAVES) {
              values[at++] = (float) Math.sin(Math.PI * wave * place);
              values[at++] = (float) Math.cos(Math.PI * wave * place);
            }
          }
        }
      }
    }
    return HostMemory.tensor(values, frames, height, width, PLACE);
  }

  /** Means over everything, over the subject, and over what each look looks at (b c). */
  private Tensor sums(Tensor tokens, Tensor subject) {
    List<Tensor> sums = new ArrayList<>();
    sums.add(tokens.meanKeeping(1, 2).squeeze(2).squeeze(1));
    var weights = subject.softmax(2).to(compute).unsqueeze(2);
    sums.add(weights.matmul(tokens).squeeze(2).meanKeeping(1).squeeze(1));
    var all = tokens.rearrange("b t n c -> b (t n) c");
    var attention = looks.forward(all).to(DType.FLOAT32).transpose(1, 2).softmax(2).to(compute);
    sums.addAll(attention.matmul(all).unbind(1));
    return Ops.cat(sums, 1);
  }

  private static Tensor logSoftmax(Tensor x) {
    var moved = x.sub(x.amaxKeeping(2));
    return moved.sub(moved.exp().sum(2).unsqueeze(2).log());
  }
}
