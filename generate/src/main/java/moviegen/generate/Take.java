package moviegen.generate;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.autoencoder.TemporalTiling;
import moviegen.flow.EulerSampler;
import moviegen.flow.Guidance;
import moviegen.flow.Sampler;
import moviegen.flow.Schedule;
import moviegen.flow.Velocity;
import moviegen.media.Frames;
import moviegen.tensor.Noise;
import moviegen.tensor.Tensor;
import moviegen.transformer.TextTokens;

/** One request on its way from words to pictures; its tensors live in the caller's scope. */
final class Take {
  private final Request request;
  private final Cast cast;
  private final Models models;
  private final Stopwatch watch;
  private final Forecast forecast;
  private final Cancel cancel;

  Take(
      Request request,
      Cast cast,
      Models models,
      Stopwatch watch,
      Forecast forecast,
      Cancel cancel) {
    this.request = request;
    this.cast = cast;
    this.models = models;
    this.watch = watch;
    this.forecast = forecast;
    this.cancel = cancel;
  }

  /** What the film is to show and what it is to stay away from. */
  private record Prompts(TextTokens wanted, TextTokens unwanted) {}

  /** The film's latents (1 c t h w), sampled or as an earlier run has kept them. */
  Tensor latents(Optional<KeptLatents> kept) {
    return kept.flatMap(KeptLatents::find)
        .orElseGet(
            () -> {
              var latents = latents(new EulerSampler(Schedule.linearQuadratic(request.steps())));
              kept.ifPresent(shelf -> shelf.keep(latents));
              return latents;
            });
  }

  /** Latents (1 c t h w), stepped by a sampler of one's own. */
  Tensor latents(Sampler sampler) {
    return sample(stage(Stage.TEXT, this::prompts), sampler);
  }

  private Prompts prompts() {
    try (var reader = TextReader.open(cast, models.compute())) {
      return new Prompts(
          reader.read(TextReader.asTrained(request)), reader.read(request.negative()));
    }
  }

  private Tensor sample(Prompts prompts, Sampler sampler) {
    return stage(
        Stage.SAMPLE,
        () -> {
          var velocity =
              new Guidance(request.guidance())
                  .together(this::network, prompts.wanted(), prompts.unwanted());
          return sampler.sample(
              noise(), velocity, (done, steps) -> progress(Stage.SAMPLE, done, steps));
        });
  }

  private Velocity network(List<TextTokens> texts) {
    var transformer = models.transformer().model();
    var towers = List.of(TextTokens.concat(texts));
    return transformer.under(transformer.conditions(towers, models.compute()));
  }

  private Tensor noise() {
    int cell = AutoencoderConfig.FACTOR;
    return Noise.gaussian(
        request.seed(),
        1,
        models.transformer().model().config().latentChannels(),
        AutoencoderConfig.latentFrames(request.frames()),
        request.size().height() / cell,
        request.size().width() / cell);
  }

  /** Decodes latents (1 c t h w) tile by tile. */
  Frames decode(Tensor latents) {
    return stage(
        Stage.DECODE,
        () -> {
          var autoencoder = models.autoencoder().model();
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
                    progress(Stage.DECODE, ++decoded[0], tiles);
                    return colors;
                  });
          return Pixels.frames(film.narrow(1, 0, request.frames()).clamp(-1, 1), request.fps());
        });
  }

  private <T> T stage(Stage stage, Supplier<T> work) {
    progress(stage, 0, 1);
    return watch.time(stage, work);
  }

  private void progress(Stage stage, int done, int total) {
    cancel.check();
    forecast.report(stage, Math.min(done, total), total);
  }
}
