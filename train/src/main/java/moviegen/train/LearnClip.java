package moviegen.train;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import moviegen.clip.ClipConfig;
import moviegen.clip.ClipImageTower;
import moviegen.clip.ClipText;
import moviegen.clip.ClipTextTower;
import moviegen.clip.ContrastiveLoss;
import moviegen.dataset.Prefetch;
import moviegen.dataset.WorldStills;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.text.TokenBatch;
import moviegen.text.Tokenizer;
import moviegen.world.Scene;

/**
 * The pair of towers in which stills and captions find each other (paper §3.1.4, MetaCLIP). The
 * image tower's patches also say where the subject is, or they would not know where anything is.
 */
public final class LearnClip implements Objective {
  private static final int AHEAD = 3;
  private static final long OTHER_SEEDS = 1L << 40;
  private static final double WHERE = 0.5;
  private static final double EPS = 1e-6;

  private final Params params = Params.random();
  private final ClipConfig config;
  private final int batch;
  private final Tokenizer tokenizer;
  private final ClipImageTower images;
  private final ClipTextTower texts;
  private final ContrastiveLoss contrast;
  private final Linear where;
  private final WorldStills others;
  private final Map<String, String> needs;
  private final Prefetch<WorldStills.Batch> batches;

  /**
   * @param tokenizer closed with this objective
   * @param batch stills and captions that are told apart in a step
   */
  public LearnClip(
      Tokenizer tokenizer,
      ClipConfig config,
      int batch,
      long seed,
      DType compute,
      Map<String, String> needs) {
    this.tokenizer = tokenizer;
    this.config = config;
    this.batch = batch;
    this.needs = Map.copyOf(needs);
    images = new ClipImageTower(params.at("image"), config, compute);
    texts = new ClipTextTower(params.at("text"), config, compute);
    contrast = new ContrastiveLoss(params.at("contrast"));
    where = Linear.biased(params.at("where"), config.image().width(), 1);
    var stills = new WorldStills(seed, Scene::training, config.imageSize(), config.grid());
    others = new WorldStills(OTHER_SEEDS, Scene::random, config.imageSize(), config.grid());
    batches = new Prefetch<>(step -> stills.batch(step, batch), AHEAD, 1);
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
    return List.of(() -> loss(step, meter));
  }

  private Tensor loss(long step, Meter meter) {
    var seen = look(batches.get(step));
    var meeting = contrast.forward(seen.texts(), seen.images());
    var place = crossEntropy(seen.places(), seen.subjects());
    meter.add("contrast", meeting.item());
    meter.add("where", place.item());
    return meeting.add(place.mul(WHERE));
  }

  /**
   * What the towers make of a batch.
   *
   * @param texts (b e)
   * @param images (b e)
   * @param places how sure each patch is to show the subject (b n), from 0 to 1
   * @param subjects what share of each patch it is (b n)
   */
  private record Seen(Tensor texts, Tensor images, Tensor places, Tensor subjects) {}

  private Seen look(WorldStills.Batch stills) {
    var image = images.forward(stills.images());
    var places = where.forward(image.patches()).to(DType.FLOAT32).squeeze(2).sigmoid();
    return new Seen(
        read(stills.captions()).embedding(), image.embedding(), places, stills.subjects());
  }

  private ClipText read(List<String> captions) {
    var ids =
        TokenBatch.of(
            captions.stream().map(text -> tokenizer.encode(text, config.contextLength())).toList());
    return texts.forward(ids.ids(), ids.mask());
  }

  private static Tensor crossEntropy(Tensor guess, Tensor share) {
    var yes = guess.add(EPS).log().mul(share);
    var no = guess.neg().add(1 + EPS).log().mul(share.neg().add(1));
    return yes.add(no).mean().neg();
  }

  /**
   * Among other scenes than those of training: how often a caption's nearest still of a batch is
   * its own, and how much of the subject and of what is taken for it is both.
   */
  @Override
  public Map<String, Double> validate() {
    try (var _ = Scope.open()) {
      var seen = look(others.batch(0, batch));
      var cosines =
          ContrastiveLoss.unit(seen.texts())
              .matmul(ContrastiveLoss.unit(seen.images()).transpose(0, 1));
      long[] nearest = HostMemory.longs(cosines.argmax(1));
      double found = 0;
      for (int i = 0; i < nearest.length; i++) {
        found += nearest[i] == i ? 1.0 / nearest.length : 0;
      }
      float[] guess = HostMemory.floats(seen.places());
      float[] truth = HostMemory.floats(seen.subjects());
      double both = 0;
      double either = 0;
      for (int i = 0; i < guess.length; i++) {
        both += Math.min(guess[i], truth[i]);
        either += Math.max(guess[i], truth[i]);
      }
      var figures = new LinkedHashMap<String, Double>();
      figures.put("other captions that find their still", found);
      figures.put("other subjects covered", both / either);
      return figures;
    }
  }

  /**
   * Both towers and the reader of places; the scale of the contrast is needed for training only.
   */
  @Override
  public Shipment ship() {
    var kept = new HashMap<>(params.asMap());
    kept.keySet().removeIf(name -> name.startsWith("contrast."));
    return new Shipment("clip", kept, config, needs);
  }

  @Override
  public void close() {
    batches.close();
    params.close();
    tokenizer.close();
  }
}
