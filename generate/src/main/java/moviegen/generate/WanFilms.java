package moviegen.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import moviegen.flow.Sampler;
import moviegen.flow.UniPcSampler;
import moviegen.flow.Walk;
import moviegen.media.Frames;
import moviegen.media.Samples;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Noise;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.wan.PromptCache;
import moviegen.wan.PromptReader;
import moviegen.wan.SpatialTiles;
import moviegen.wan.WanAutoencoder;
import moviegen.wan.WanTransformer;
import moviegen.wan.WanVelocity;
import moviegen.wan.WanWeights;

/**
 * Films by public weights of the Wan family. Each model is loaded when its turn comes and gone
 * after it: the text encoder, the transformer, the autoencoder.
 */
final class WanFilms implements Films {
  private static final double KEEP_SECONDS = 5;

  /** How much of the free memory decoding may take, the film aside. */
  private static final double FREE_TO_USE = 0.7;

  private final WanCast cast;
  private final WanForecast forecast;
  private final Previews previews = new Previews(this::look);
  private Optional<Long> keptAt = Optional.empty();

  WanFilms(WanCast cast) {
    this.cast = cast;
    forecast = new WanForecast(cast);
  }

  @Override
  public Request fit(Request request) {
    int group = cast.weights().autoencoderConfig().temporalFactor();
    if (!(request instanceof FilmRequest film)) {
      return request;
    }
    long most = (Limits.frames(film.fps()) - 1L) / group;
    long groups = Math.clamp(Math.round((film.frames() - 1.0) / group), 1, most);
    return film.withSeconds((1.0 + group * groups) / film.fps());
  }

  @Override
  public void check(Request request) {
    var config = cast.weights().autoencoderConfig();
    int cell = 2 * config.spatialFactor();
    Limits.require(
        request.size().width() % cell == 0 && request.size().height() % cell == 0,
        "This cast makes frames with sides that are multiples of %d, got %s.",
        cell,
        request.size());
    forecast.check(request);
  }

  @Override
  public Optional<FilmPlan> plan(Request request) {
    return Optional.of(forecast.plan(request));
  }

  @Override
  public Map<Stage, Double> guess(Request request) {
    return forecast.plan(request).seconds();
  }

  @Override
  public void load(Request request) {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    Native.keepBlasToOneThread();
  }

  @Override
  public Tensor latents(Take take, Optional<KeptLatents> kept) {
    return kept.flatMap(KeptLatents::find)
        .orElseGet(
            () -> {
              var schedule = WanVelocity.schedule(take.request().steps(), cast.shift());
              var latents = latents(take, new UniPcSampler(schedule), kept);
              kept.ifPresent(shelf -> shelf.keep(latents));
              return latents;
            });
  }

  @Override
  public Tensor latents(Take take, Sampler sampler) {
    return latents(take, sampler, Optional.empty());
  }

  /** What the film is to show and what it is to stay away from. */
  private record Prompts(Tensor wanted, Tensor unwanted) {}

  private Tensor latents(Take take, Sampler sampler, Optional<KeptLatents> kept) {
    var prompts = take.stage(Stage.TEXT, () -> prompts(take.request()));
    return take.stage(
        Stage.SAMPLE,
        () ->
            Scope.tidy(
                () ->
                    withTransformer(
                        take,
                        transformer -> {
                          var start =
                              kept.flatMap(KeptLatents::walk)
                                  .orElseGet(() -> Walk.from(noise(take.request())));
                          try (var field = field(take.request(), transformer, prompts)) {
                            return sampler.resume(
                                start,
                                previews.show(
                                    field, take.request().steps(), take.forecast().onlooker()),
                                walk -> stepped(take, sampler, walk, kept));
                          }
                        })));
  }

  private Prompts prompts(Request request) {
    var cache = new PromptCache(UserCache.folder().resolve("prompts"), textModel());
    var reader = new PromptReader(cast.weights(), compute(), Optional.of(cache));
    if (request.guidance() == 1) {
      var wanted = reader.read(List.of(request.prompt())).getFirst();
      return new Prompts(wanted, wanted);
    }
    var read = reader.read(List.of(request.prompt(), request.negative()));
    return new Prompts(read.getFirst(), read.getLast());
  }

  /** What tells this reader of prompts from all others. */
  private String textModel() {
    var files = new ArrayList<>(cast.weights().text().orElseThrow().files());
    files.add(cast.weights().tokenizer().orElseThrow());
    return Fingerprint.of(files) + compute();
  }

  private <T> T withTransformer(Take take, Function<WanTransformer, T> work) {
    var part = cast.weights().transformer().orElseThrow();
    try (var weights = WanWeights.open(part, compute(), cast.options().loras());
        var params = Params.frozen(weights)) {
      var transformer =
          take.watch()
              .time(
                  Stage.LOAD,
                  () -> {
                    var config = cast.weights().transformerConfig();
                    var built =
                        cast.options().eightBit()
                            ? WanTransformer.int8(params, config, compute())
                            : new WanTransformer(params, config, compute());
                    weights.requireAllUsed();
                    return built;
                  });
      return work.apply(transformer);
    } finally {
      Native.trim();
    }
  }

  private WanField field(Request request, WanTransformer transformer, Prompts prompts) {
    var texts =
        request.guidance() == 1
            ? List.of(prompts.wanted())
            : List.of(prompts.wanted(), prompts.unwanted());
    return WanField.of(transformer, texts, request.guidance(), cast.options().stepCache());
  }

  private void stepped(Take take, Sampler sampler, Walk walk, Optional<KeptLatents> kept) {
    long now = System.nanoTime();
    boolean due = keptAt.map(at -> (now - at) / 1e9 >= KEEP_SECONDS).orElse(true);
    if (due || take.cancel().cancelled()) {
      kept.ifPresent(shelf -> shelf.keep(walk));
      keptAt = Optional.of(System.nanoTime());
    }
    take.progress(Stage.SAMPLE, walk.done(), sampler.schedule().steps());
  }

  private Tensor noise(Request request) {
    var config = cast.weights().autoencoderConfig();
    return Noise.gaussian(
        request.seed(),
        1,
        config.latentChannels(),
        config.latentFrames(request.frames()),
        request.size().height() / config.spatialFactor(),
        request.size().width() / config.spatialFactor());
  }

  @Override
  public Frames decode(Take take, Tensor latents) {
    return take.stage(
        Stage.DECODE,
        () -> {
          var request = take.request();
          var film =
              Frames.black(
                  request.frames(), request.size().height(), request.size().width(), request.fps());
          int[] done = new int[1];
          decode(
              latents,
              piece -> {
                Pixels.put(film, done[0], piece);
                done[0] += (int) piece.size(1);
                take.progress(Stage.DECODE, done[0], request.frames());
              });
          return film;
        });
  }

  private void decode(Tensor latents, Consumer<Tensor> pieces) {
    var part = cast.weights().autoencoder().orElseThrow();
    try (var weights = WanWeights.open(part, DType.FLOAT32);
        var params = Params.frozen(WanAutoencoder.kept(weights, compute()))) {
      var config = cast.weights().autoencoderConfig();
      var autoencoder = new WanAutoencoder(params, config, compute());
      weights.requireAllUsed();
      long free = MachineMemory.availableBytes() * 2 / compute().bytes();
      var tiles =
          SpatialTiles.within(
              config, latents.size(3), latents.size(4), (long) (FREE_TO_USE * free));
      autoencoder.decode(latents.rearrange("b c t h w -> b t h w c"), tiles, pieces);
    } finally {
      Native.trim();
    }
  }

  /** The frame that one latent frame (1 c 1 h w) stands for. */
  private Frames look(Tensor latent) {
    int scale = cast.weights().autoencoderConfig().spatialFactor();
    int height = (int) latent.size(3) * scale;
    var frame = Frames.black(1, height, (int) latent.size(4) * scale, 1);
    decode(latent, piece -> Pixels.put(frame, 0, piece));
    return frame;
  }

  private DType compute() {
    return forecast.compute();
  }

  /** Public weights of this family make no sound. */
  @Override
  public Optional<Samples> sound(Take take, Frames film) {
    return Optional.empty();
  }

  @Override
  public void close() {
    Native.trim();
  }
}
