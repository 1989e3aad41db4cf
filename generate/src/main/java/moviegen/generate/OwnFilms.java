package moviegen.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.autoencoder.TemporalTiling;
import moviegen.flow.EulerSampler;
import moviegen.flow.Guidance;
import moviegen.flow.Sampler;
import moviegen.flow.Schedule;
import moviegen.flow.Velocity;
import moviegen.media.Frames;
import moviegen.media.Samples;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.tensor.Noise;
import moviegen.tensor.Tensor;
import moviegen.transformer.TextTokens;
import org.jspecify.annotations.Nullable;

/** Films by a cast of this program's own models. */
final class OwnFilms implements Films {
  private static final long WORKING_BYTES = 1_000_000_000;
  private static final long BYTES_PER_PIXEL = 60;
  private static final int LARGEST = 256;

  private final OwnCast cast;
  private final Previews previews = new Previews(this::look);
  private @Nullable Models loaded;
  private @Nullable SoundRoom sounds;

  OwnFilms(OwnCast cast) {
    this.cast = cast;
  }

  /** What the film is to show and what it is to stay away from. */
  private record Prompts(List<TextTokens> wanted, List<TextTokens> unwanted) {}

  @Override
  public Request fit(Request request) {
    return request;
  }

  @Override
  public Optional<FilmPlan> plan(Request request) {
    return Optional.empty();
  }

  @Override
  public void check(Request request) {
    Limits.require(
        Math.max(request.size().width(), request.size().height()) <= LARGEST,
        "This cast makes frames of at most %dx%d, got %s.",
        LARGEST,
        LARGEST,
        request.size());
    long pixels = (long) request.frames() * request.size().width() * request.size().height();
    MachineMemory.require(WORKING_BYTES + BYTES_PER_PIXEL * pixels);
  }

  @Override
  public Map<Stage, Double> guess(Request request) {
    double latents = Math.ceilDiv(request.frames(), 8);
    double area = request.size().width() * request.size().height() / (128.0 * 128.0);
    double branches = request.guidance() == 1 ? 1 : 2;
    double step = 0.02 * branches * latents * area / 4 * (1 + latents * area / 64);
    var seconds = new EnumMap<Stage, Double>(Stage.class);
    seconds.put(Stage.LOAD, 1.0);
    seconds.put(Stage.TEXT, 0.1);
    seconds.put(Stage.SAMPLE, request.steps() * step);
    seconds.put(Stage.DECODE, 0.2 * latents * area);
    if (SoundParts.areIn(cast) && request instanceof FilmRequest film && !film.sound().silent()) {
      seconds.put(Stage.SOUND, 0.5 + 0.6 * film.seconds());
    }
    seconds.put(Stage.WRITE, 0.1 + 0.02 * latents * area);
    return seconds;
  }

  @Override
  public void load(Request request) {
    models().check(request);
  }

  private Models models() {
    var models = loaded;
    if (models == null) {
      Native.matmulPrecision(Native.Precision.MEDIUM);
      Native.keepBlasToOneThread();
      models = Models.load(cast, MatrixRate.fastest());
      loaded = models;
    }
    return models;
  }

  @Override
  public Tensor latents(Take take, Optional<KeptLatents> kept) {
    return kept.flatMap(KeptLatents::find)
        .orElseGet(
            () -> {
              var schedule = Schedule.linearQuadratic(take.request().steps());
              var latents = latents(take, new EulerSampler(schedule));
              kept.ifPresent(shelf -> shelf.keep(latents));
              return latents;
            });
  }

  @Override
  public Tensor latents(Take take, Sampler sampler) {
    var prompts = take.stage(Stage.TEXT, () -> prompts(take.request()));
    return take.stage(Stage.SAMPLE, () -> sample(take, prompts, sampler));
  }

  private Prompts prompts(Request request) {
    var towers = models().transformer().model().config().textTowers();
    try (var reader = TextReader.open(cast, towers, models().compute())) {
      return new Prompts(
          reader.read(TextReader.asTrained(request)), reader.read(request.negative()));
    }
  }

  private Tensor sample(Take take, Prompts prompts, Sampler sampler) {
    var velocity =
        new Guidance(take.request().guidance())
            .together(this::network, prompts.wanted(), prompts.unwanted());
    return sampler.sample(
        noise(take.request()),
        previews.show(velocity, take.request().steps(), take.forecast().onlooker()),
        (done, steps) -> take.progress(Stage.SAMPLE, done, steps));
  }

  /** The first frame that one latent frame (1 c 1 h w) stands for. */
  private Frames look(Tensor latent) {
    var autoencoder = models().autoencoder().model();
    var decoded =
        autoencoder.reconstruct(
            autoencoder.destandardize(latent.rearrange("b c t h w -> b t h w c")));
    return Pixels.frames(decoded.narrow(1, 0, 1).clamp(-1, 1), 1);
  }

  /** What all texts flow to together; each is what every tower says of it. */
  private Velocity network(List<List<TextTokens>> texts) {
    var transformer = models().transformer().model();
    var towers =
        IntStream.range(0, texts.getFirst().size())
            .mapToObj(i -> TextTokens.concat(texts.stream().map(text -> text.get(i)).toList()))
            .toList();
    return transformer.under(transformer.conditions(towers, models().compute()));
  }

  private Tensor noise(Request request) {
    int cell = AutoencoderConfig.FACTOR;
    return Noise.gaussian(
        request.seed(),
        1,
        models().transformer().model().config().latentChannels(),
        AutoencoderConfig.latentFrames(request.frames()),
        request.size().height() / cell,
        request.size().width() / cell);
  }

  /** Decodes latents (1 c t h w) tile by tile. */
  @Override
  public Frames decode(Take take, Tensor latents) {
    return take.stage(
        Stage.DECODE,
        () -> {
          var request = take.request();
          var autoencoder = models().autoencoder().model();
          var tiling = TemporalTiling.PAPER;
          int length = AutoencoderConfig.latentFrames(request.frames());
          int stride = tiling.frames() - tiling.overlap();
          int tiles = Math.max(1, Math.ceilDiv(length - tiling.overlap(), stride));
          var decoded = new int[1];
          var film =
              tiling.decode(
                  autoencoder.destandardize(latents.rearrange("b c t h w -> b t h w c")),
                  tile -> {
                    var colors = autoencoder.reconstruct(tile);
                    take.progress(Stage.DECODE, ++decoded[0], tiles);
                    return colors;
                  });
          return Pixels.frames(film.narrow(1, 0, request.frames()).clamp(-1, 1), request.fps());
        });
  }

  @Override
  public Optional<Samples> sound(Take take, Frames film) {
    if (!(take.request() instanceof FilmRequest request)
        || request.sound().silent()
        || !SoundParts.areIn(cast)) {
      return Optional.empty();
    }
    return Optional.of(
        take.stage(
            Stage.SOUND,
            () -> {
              var sounds = hearing();
              int samples = (int) Math.round(film.seconds() * Samples.RATE);
              return sounds.whole(
                  SoundRequest.of(request.sound(), request.seed()),
                  Optional.of(film),
                  samples,
                  (done, steps) -> take.progress(Stage.SOUND, done, steps));
            }));
  }

  private SoundRoom hearing() {
    var room = sounds;
    if (room == null) {
      room = new SoundRoom(SoundParts.load(cast, models().compute()));
      sounds = room;
    }
    return room;
  }

  @Override
  public void close() {
    if (loaded != null) {
      loaded.close();
      loaded = null;
    }
    if (sounds != null) {
      sounds.close();
      sounds = null;
    }
  }
}
