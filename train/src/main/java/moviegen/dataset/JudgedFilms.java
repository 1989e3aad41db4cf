package moviegen.dataset;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import moviegen.judge.JudgeConfig;
import moviegen.judge.Question;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;
import moviegen.world.Mask;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * Films with the answers to a judge's questions; one in eight is broken, and has no other answers.
 *
 * @param seed what all batches follow from
 * @param scenes makes the scene of a seed
 * @param broken the share of films that are broken
 */
public record JudgedFilms(
    long seed, LongFunction<Scene> scenes, List<Question> questions, double broken) {
  private static final int MARK_RATE = JudgeConfig.RATE / JudgeConfig.STRIDE;
  private static final int MARKS = JudgeConfig.FRAMES / JudgeConfig.STRIDE;

  /** What does not count in a loss. */
  private static final long UNASKED = -100;

  /**
   * A batch, still without tensors.
   *
   * @param pixels (b t h w 3), one unsigned byte each
   * @param subject what share of the subject each site shows (b t n), 0 throughout where none is
   * @param scenes what each film shows
   * @param broken whether each film is broken
   */
  public record Batch(
      Bucket size,
      ByteBuffer pixels,
      float[] subject,
      List<Scene> scenes,
      List<Boolean> broken,
      List<Question> questions) {

    /** (b t h w 3), float32 from -1 to 1; the other way around where {@code mirrored}. */
    public Tensor films(boolean mirrored) {
      var films =
          HostMemory.tensor(
                  pixels.duplicate().clear(),
                  DType.UINT8,
                  scenes.size(),
                  JudgeConfig.FRAMES,
                  size.height(),
                  size.width(),
                  3)
              .to(DType.FLOAT32)
              .mul(2 / 255.0)
              .add(-1);
      return mirrored ? films.flip(3) : films;
    }

    /** (b t n), float32. */
    public Tensor subjects(boolean mirrored) {
      int rows = size.height() / JudgeConfig.SITE;
      int columns = size.width() / JudgeConfig.SITE;
      var sites = HostMemory.tensor(subject, scenes.size(), MARKS, rows, columns);
      return (mirrored ? sites.flip(3) : sites)
          .reshape(scenes.size(), MARKS, (long) rows * columns);
    }

    /** The numbers of the right answers to a question (b), int64. */
    public Tensor answers(Question question, boolean mirrored) {
      long[] numbers = new long[scenes.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] =
            answer(i, question)
                .map(value -> mirrored ? mirror(value) : value)
                .map(value -> (long) question.values().indexOf(value))
                .orElse(UNASKED);
      }
      return HostMemory.tensor(numbers, numbers.length);
    }

    private Optional<String> answer(int film, Question question) {
      if (!broken.get(film)) {
        return JudgedScene.answer(scenes.get(film), question);
      }
      return question.attribute().equals(JudgedScene.BROKEN)
          ? Optional.of(JudgedScene.WHOLE_OR_NOT.getLast())
          : Optional.empty();
    }
  }

  /** What a value is in a mirror. */
  static String mirror(String value) {
    return value.endsWith("left") ? value.replace("left", "right") : value.replace("right", "left");
  }

  /** The batch of a number: films of one size. */
  public Batch batch(long number, int count) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    var size = Bucket.draw(Bucket.AT_128, random);
    var shot = new Shot(size.width(), size.height(), JudgeConfig.FRAMES, JudgeConfig.RATE);
    var marks = new Shot(size.width(), size.height(), MARKS, MARK_RATE);
    int sites = size.width() / JudgeConfig.SITE * (size.height() / JudgeConfig.SITE);
    var subject = new float[count * MARKS * sites];
    var pixels =
        ByteBuffer.allocateDirect(count * shot.frames() * shot.width() * shot.height() * 3);
    var all = new ArrayList<Scene>();
    var fallen = new ArrayList<Boolean>();
    for (int i = 0; i < count; i++) {
      var scene = scenes.apply(random.nextLong());
      var film = Renderer.render(scene, shot);
      boolean breaks = random.nextDouble() < broken;
      if (breaks) {
        Breakage.draw(random).apply(film, random);
      } else {
        mark(Renderer.masks(scene, marks), subject, i * MARKS * sites, sites);
      }
      pixels.put(film.pixels().duplicate().clear());
      all.add(scene);
      fallen.add(breaks);
    }
    return new Batch(size, pixels, subject, List.copyOf(all), List.copyOf(fallen), questions);
  }

  private static void mark(List<Mask> masks, float[] subject, int start, int sites) {
    for (int t = 0; t < masks.size(); t++) {
      var mask = masks.get(t);
      int columns = mask.width() / JudgeConfig.SITE;
      float share = 1f / Math.max(1, mask.area());
      var bits = mask.bits();
      for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(at + 1)) {
        int site =
            at / mask.width() / JudgeConfig.SITE * columns + at % mask.width() / JudgeConfig.SITE;
        subject[start + t * sites + site] += share;
      }
    }
  }
}
