package moviegen.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import moviegen.audio.SoundFit;
import moviegen.audio.SoundFitConfig;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * The objective of the score by which candidates are ranked: a film finds its own sound among those
 * of other films, and its own at the right time among the same at others.
 */
public final class LearnSoundFit implements Objective {
  private static final int SETS = 3;
  private static final int LEAST_SHIFT = 3;
  private static final int VALIDATION_FILMS = 32;
  private static final int VALIDATION_SHIFT = 12;

  private final Params params = Params.random();
  private final SoundFitConfig config;
  private final SoundFit fit;
  private final SoundExamples examples;
  private final SoundExamples unseen;
  private final int batch;
  private final int length;
  private final long seed;
  private final Map<String, String> needs;
  private final Runnable onClose;

  /**
   * @param length latents of a piece, at most half of a film's
   * @param needs hashes of the parts that made the latents and looked at the films
   * @param onClose frees what the examples own
   */
  LearnSoundFit(
      SoundFitConfig config,
      SoundExamples examples,
      int batch,
      int length,
      long seed,
      Map<String, String> needs,
      Runnable onClose) {
    this.config = config;
    this.examples = examples.training();
    this.unseen = examples.unseen();
    this.batch = batch;
    this.length = length;
    this.seed = seed;
    this.needs = Map.copyOf(needs);
    this.onClose = onClose;
    fit = new SoundFit(params, config);
  }

  @Override
  public Params params() {
    return params;
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public List<Supplier<Tensor>> losses(long step, Meter meter) {
    return List.of(() -> loss(step));
  }

  private Tensor loss(long step) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    var films = examples.draw(batch, random);
    int room = films.length() - length;
    int from = random.nextInt(room + 1);
    List<Tensor> shifted = new ArrayList<>();
    for (int i = 0; i < SETS; i++) {
      shifted.add(films.sound(other(from, room, random), length));
    }
    return fit.loss(films.film(from, length), films.sound(from, length), Ops.cat(shifted, 0));
  }

  /** Another start than {@code from}, as near as can be heard or farther. */
  private static int other(int from, int room, SplittableRandom random) {
    int least = Math.min(LEAST_SHIFT, room / 2);
    int start;
    do {
      start = random.nextInt(room + 1);
    } while (Math.abs(start - from) < least);
    return start;
  }

  /**
   * Among films of other seeds: how often a film's own sound has the best score of all, and how
   * often it has a better one than the same sound half a second later.
   */
  @Override
  public Map<String, Double> validate() {
    var films = unseen.first(VALIDATION_FILMS);
    int count = films.seeds().length;
    var film = films.film(0, length);
    var sound = films.sound(0, length);
    int late = Math.min(VALIDATION_SHIFT, films.length() - length);
    float[] own = HostMemory.floats(fit.score(film, sound));
    float[] shifted = HostMemory.floats(fit.score(film, films.sound(late, length)));
    float[] best = own.clone();
    for (int shift = 1; shift < count; shift++) {
      var others =
          Ops.cat(List.of(sound.narrow(0, shift, count - shift), sound.narrow(0, 0, shift)), 0);
      float[] scores = HostMemory.floats(fit.score(film, others));
      for (int i = 0; i < count; i++) {
        best[i] = Math.max(best[i], scores[i]);
      }
    }
    double found = 0;
    double timely = 0;
    for (int i = 0; i < count; i++) {
      found += own[i] >= best[i] ? 1.0 / count : 0;
      timely += own[i] > shifted[i] ? 1.0 / count : 0;
    }
    var figures = new LinkedHashMap<String, Double>();
    figures.put("other films that find their sound", found);
    figures.put("other films that know its time", timely);
    return figures;
  }

  @Override
  public Shipment ship() {
    return new Shipment("sync", params.asMap(), config, needs);
  }

  @Override
  public void close() {
    params.close();
    onClose.run();
  }
}
