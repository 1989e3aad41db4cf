package moviegen.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import moviegen.judge.Question;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;
import moviegen.world.Mask;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;

/** What the drawing knows of the films of a shard: their words, and where their subject is. */
public final class SceneTruth {
  /** Pixels along a side of a token's square. */
  private static final int TOKEN = 16;

  private static final int LATENT = 8;
  private static final long UNASKED = -100;
  private static final List<String> MOVING = List.of("action", "direction", "speed", "camera");

  private final Map<Long, float[]> covered = new ConcurrentHashMap<>();

  /**
   * The numbers of the right answers about each scene (b), int64, -100 where there is none; nothing
   * where no scene has one.
   */
  public static Optional<Tensor> answers(long[] seeds, Question question) {
    long[] numbers =
        Arrays.stream(seeds)
            .map(
                seed ->
                    JudgedScene.answer(Scene.training(seed), question)
                        .map(value -> (long) question.values().indexOf(value))
                        .orElse(UNASKED))
            .toArray();
    return Arrays.stream(numbers).allMatch(number -> number == UNASKED)
        ? Optional.empty()
        : Optional.of(HostMemory.tensor(numbers, numbers.length));
  }

  /**
   * Which share of each token's square the subject covers in the middle of the token's frames (b
   * n), float32, tokens by frame, row and column.
   */
  public Tensor covered(LatentBatch films) {
    long[] shape = films.films().shape(); // b c t h w
    int frames = films.moving() ? (int) shape[2] * LATENT : 1;
    var shot = new Shot((int) shape[4] * LATENT, (int) shape[3] * LATENT, frames, films.fps());
    int tokens = (int) (shape[2] * shape[3] * shape[4] / 4);
    long[] seeds = films.seeds();
    var shares = new float[seeds.length * tokens];
    for (int i = 0; i < seeds.length; i++) {
      long seed = seeds[i];
      float[] own = covered.computeIfAbsent(seed, _ -> shares(Scene.training(seed), shot));
      System.arraycopy(own, 0, shares, i * tokens, tokens);
    }
    return HostMemory.tensor(shares, seeds.length, tokens);
  }

  private static float[] shares(Scene scene, Shot shot) {
    var middles =
        IntStream.iterate(0, frame -> frame < shot.frames(), frame -> frame + LATENT)
            .map(frame -> Math.min(frame + LATENT / 2, shot.frames() - 1));
    var masks = Renderer.masks(scene, shot, middles);
    int sites = shot.width() / TOKEN * (shot.height() / TOKEN);
    var shares = new float[masks.size() * sites];
    for (int t = 0; t < masks.size(); t++) {
      add(masks.get(t), shares, t * sites);
    }
    return shares;
  }

  private static void add(Mask mask, float[] shares, int start) {
    var bits = mask.bits();
    for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(at + 1)) {
      int row = at / mask.width() / TOKEN;
      int column = at % mask.width() / TOKEN;
      shares[start + row * (mask.width() / TOKEN) + column] += 1f / (TOKEN * TOKEN);
    }
  }

  /** All that is asked of films, or of images, in which nothing moves. */
  public static List<Question> questions(boolean moving) {
    return JudgedScene.questions().stream()
        .filter(question -> !question.attribute().equals(JudgedScene.BROKEN))
        .filter(question -> moving || !MOVING.contains(question.attribute()))
        .toList();
  }
}
