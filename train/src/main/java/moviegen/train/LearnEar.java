package moviegen.train;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import moviegen.audio.Ear;
import moviegen.audio.EarConfig;
import moviegen.dataset.HeardBatch;
import moviegen.dataset.Prefetch;
import moviegen.dataset.WorldHearing;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.world.Scene;

/**
 * The objective of the judge of sound: true sound of any scene, held out or not, and what is heard
 * in it. A judge that had not heard some combinations would take them for impossible.
 */
public final class LearnEar implements Objective {
  private static final int AHEAD = 4;
  private static final long OTHER_SEEDS = 1L << 41;
  private static final int VALIDATION = 4;
  private static final double EPS = 1e-6;
  private static final double MODE_WEIGHT = 0.3;

  private final Params params = Params.random();
  private final EarConfig config;
  private final Ear ear;
  private final WorldHearing hearing;
  private final Prefetch<HeardBatch> batches;

  /**
   * @param batch sounds of a step
   * @param seconds of a sound
   */
  public LearnEar(EarConfig config, int batch, int seconds, long seed) {
    this.config = config;
    ear = new Ear(params, config);
    hearing = new WorldHearing(seed, Scene::random, batch, seconds, config);
    batches = new Prefetch<>(hearing::batch, AHEAD, 1);
  }

  @Override
  public Params params() {
    return params;
  }

  @Override
  public int batch() {
    return hearing.count();
  }

  @Override
  public List<Supplier<Tensor>> losses(long step, Meter meter) {
    var batch = batches.get(step);
    return BatchParts.of(
        batch(), (start, count) -> loss(batch.part(start, count), meter));
  }

  private Tensor loss(HeardBatch batch, Meter meter) {
    var heard = ear.listen(batch.sound().tensor());
    var kinds = crossEntropy(heard.kinds(), batch.kindsTensor());
    var music = crossEntropy(heard.music(), batch.musicTensor());
    meter.add("kinds", kinds.item());
    meter.add("music", music.item());
    var loss = kinds.add(music);
    var rows = batch.withMusic();
    if (rows.length > 0) {
      var chosen = HostMemory.tensor(rows, rows.length);
      var mode = Ops.crossEntropy(heard.mode().indexSelect(0, chosen), longs(batch.modes(), rows));
      var pace = Ops.crossEntropy(heard.pace().indexSelect(0, chosen), longs(batch.paces(), rows));
      meter.add("mode", mode.item());
      meter.add("pace", pace.item());
      loss = loss.add(mode.add(pace).mul(MODE_WEIGHT));
    }
    return loss;
  }

  private static Tensor longs(int[] values, long... rows) {
    long[] chosen = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[(int) rows[i]];
    }
    return HostMemory.tensor(chosen, rows.length);
  }

  /** Of answers that are yes or no each by itself. */
  private static Tensor crossEntropy(Tensor logits, Tensor truth) {
    var chance = logits.sigmoid();
    var yes = chance.add(EPS).log().mul(truth);
    var no = chance.neg().add(1 + EPS).log().mul(truth.neg().add(1));
    return yes.add(no).mean().neg();
  }

  /** Among scenes of other seeds: the share of right answers, kinds as their F1. */
  @Override
  public Map<String, Double> validate() {
    var others =
        new WorldHearing(OTHER_SEEDS, Scene::random, hearing.count(), hearing.seconds(), config);
    var meter = new Meter();
    for (int i = 0; i < VALIDATION; i++) {
      try (var _ = Scope.open()) {
        var batch = others.batch(i);
        var heard = ear.listen(batch.sound().tensor());
        meter.add(
            "other kinds F1",
            f1(HostMemory.floats(heard.kinds()), HostMemory.floats(batch.kindsTensor())));
        float[] music = HostMemory.floats(heard.music());
        long[] modes = HostMemory.longs(heard.mode().argmax(1));
        long[] paces = HostMemory.longs(heard.pace().argmax(1));
        for (int k = 0; k < music.length; k++) {
          boolean there = batch.modes()[k] >= 0;
          meter.add("other music", (music[k] > 0) == there ? 1 : 0);
          if (there) {
            meter.add("other mode", modes[k] == batch.modes()[k] ? 1 : 0);
            meter.add("other pace", paces[k] == batch.paces()[k] ? 1 : 0);
          }
        }
      }
    }
    return new LinkedHashMap<>(meter.take());
  }

  private static double f1(float[] logits, float[] truth) {
    double both = 0;
    double said = 0;
    double there = 0;
    for (int i = 0; i < logits.length; i++) {
      both += logits[i] > 0 && truth[i] > 0 ? 1 : 0;
      said += logits[i] > 0 ? 1 : 0;
      there += truth[i] > 0 ? 1 : 0;
    }
    return 2 * both / Math.max(1, said + there);
  }

  /** All but the tables, which are made anew. */
  @Override
  public Shipment ship() {
    var kept = new HashMap<>(params.asMap());
    kept.keySet().removeIf(name -> name.startsWith(Ear.LEVELS + "."));
    return new Shipment("ear", kept, config, Map.of());
  }

  /** What the drawn world lets hear. */
  static EarConfig config(boolean miniature) {
    return new EarConfig(
        moviegen.media.Samples.RATE,
        miniature ? 256 : 2048,
        miniature ? 16 : 192,
        miniature ? 2 : 6,
        WorldHearing.KINDS,
        List.of("major", "minor"),
        List.of("slow", "easy", "fast"));
  }

  @Override
  public void close() {
    batches.close();
    params.close();
  }
}
