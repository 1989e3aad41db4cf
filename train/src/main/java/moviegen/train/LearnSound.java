package moviegen.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import moviegen.audio.AudioContext;
import moviegen.audio.AudioTransformer;
import moviegen.audio.FrameFeatures;
import moviegen.audio.SoundConditions;
import moviegen.audio.SoundConfig;
import moviegen.audio.SoundText;
import moviegen.dataset.SoundStage;
import moviegen.dataset.SoundTexts;
import moviegen.flow.FlowLoss;
import moviegen.flow.LogitNormalTimes;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;
import moviegen.text.TextTower;

/**
 * The audio transformer's objective: flow matching on cached latents of sound, under the film, its
 * text and a part of the sound, each of which is left out as often as the paper says (§6.1). The
 * last shard is kept for validation.
 */
public final class LearnSound implements Objective {
  private static final int VALIDATION_TIMES = 5;
  private static final int VALIDATION_FILMS = 16;
  private static final int SHORTEST = 25;

  private final Params params = Params.random();
  private final SoundConfig config;
  private final AudioTransformer transformer;
  private final TextTower text;
  private final SoundExamples examples;
  private final SoundExamples unseen;
  private final int batch;
  private final long seed;
  private final DType compute;
  private final Map<String, String> needs;
  private final Runnable onClose;

  /**
   * @param needs hashes of the parts that made the latents, looked at the films, read the texts
   * @param onClose frees what the examples and the text tower own
   */
  LearnSound(
      SoundConfig config,
      TextTower text,
      SoundExamples examples,
      int batch,
      long seed,
      DType compute,
      Map<String, String> needs,
      Runnable onClose) {
    this.config = config;
    this.text = text;
    this.examples = examples.training();
    this.unseen = examples.unseen();
    this.batch = batch;
    this.seed = seed;
    this.compute = compute;
    this.needs = Map.copyOf(needs);
    this.onClose = onClose;
    this.transformer = new AudioTransformer(params, config.transformer());
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
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    var films = examples.draw(batch, random);
    int length = length(films.length(), random);
    int from = random.nextInt(films.length() - length + 1);
    var data = films.sound(from, length);
    int count = films.seeds().length;
    var given =
        IntStream.range(0, count).mapToObj(_ -> SoundDropout.PAPER.draw(random, length)).toList();
    var texts = texts(films, given, random);
    var times = LogitNormalTimes.STANDARD.draw(count, random);
    var noise = Ops.randn(data.shape());
    return BatchParts.of(
        count,
        (start, some) -> {
          int end = start + some;
          var loss =
              FlowLoss.STRAIGHT.of(
                  network(
                      films.part(start, some),
                      from,
                      length,
                      given.subList(start, end),
                      texts.subList(start, end)),
                  data.narrow(0, start, some),
                  noise.narrow(0, start, some),
                  Arrays.copyOfRange(times, start, end));
          meter.add(films.stage().name(), loss.item());
          return loss;
        });
  }

  /** Half of all steps see pieces as long as can be, the others shorter ones. */
  private int length(int whole, SplittableRandom random) {
    int most = Math.min(whole, config.longest());
    return random.nextBoolean() || most <= SHORTEST ? most : random.nextInt(SHORTEST, most + 1);
  }

  private FlowLoss.Network network(
      SoundExamples.Batch films,
      int from,
      int length,
      List<SoundDropout.Given> given,
      List<String> texts) {
    var film = new FrameFeatures(films.film(from, length), SoundExamples.present(given));
    var context = new AudioContext(films.sound(from, length), SoundExamples.known(given, length));
    SoundConditions conditions = transformer.conditions(film, read(texts), context, compute);
    return (x, time) -> transformer.forward(x, time, conditions);
  }

  private static List<String> texts(
      SoundExamples.Batch films, List<SoundDropout.Given> given, SplittableRandom random) {
    return IntStream.range(0, given.size())
        .mapToObj(i -> given.get(i).text() ? text(films, films.seeds()[i], random) : "")
        .toList();
  }

  private SoundText read(List<String> texts) {
    try (var _ = Native.noGrad()) {
      var features = text.read(texts);
      return new SoundText(features.features(), features.mask());
    }
  }

  private static String text(SoundExamples.Batch films, long seed, SplittableRandom random) {
    return SoundTexts.of(SoundStage.scene(seed), films.stage().shot(seed), random);
  }

  @Override
  public Map<String, Double> validate() {
    var random = new SplittableRandom(seed);
    var films = unseen.first(VALIDATION_FILMS);
    int length = Math.min(films.length(), config.longest());
    int count = films.seeds().length;
    var all = new SoundDropout.Given(true, true, 0, 0);
    var given = IntStream.range(0, count).mapToObj(_ -> all).toList();
    var network = network(films, 0, length, given, texts(films, given, random));
    var data = films.sound(0, length);
    Ops.manualSeed(seed);
    double[] times = FlowLoss.fixedTimes(VALIDATION_TIMES);
    double[] losses = FlowLoss.STRAIGHT.at(network, data, Ops.randn(data.shape()), times);
    var figures = new LinkedHashMap<String, Double>();
    double sum = 0;
    for (int i = 0; i < times.length; i++) {
      figures.put("validation at %.1f".formatted(times[i]), losses[i]);
      sum += losses[i];
    }
    figures.put("validation", sum / times.length);
    return figures;
  }

  @Override
  public Shipment ship() {
    return new Shipment("sound", params.asMap(), config, needs);
  }

  @Override
  public void close() {
    params.close();
    onClose.run();
  }
}
