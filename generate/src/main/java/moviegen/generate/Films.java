package moviegen.generate;

import java.util.Map;
import java.util.Optional;
import moviegen.flow.Sampler;
import moviegen.media.Frames;
import moviegen.media.Samples;
import moviegen.tensor.Tensor;

/**
 * What one kind of cast makes films with; it lives on the studio's thread, and its tensors in the
 * caller's scope.
 */
sealed interface Films extends AutoCloseable permits OwnFilms, WanFilms {
  static Films of(Cast cast) {
    return switch (cast) {
      case OwnCast own -> new OwnFilms(own);
      case WanCast wan -> new WanFilms(wan);
    };
  }

  /** The nearest request that this cast can make, such as one of 33 frames for 32. */
  Request fit(Request request);

  /** What a request will take, where it is worth saying. */
  Optional<FilmPlan> plan(Request request);

  /** Refuses what this cast or this machine cannot make; before a weight is read. */
  void check(Request request);

  /** What each stage will take, in seconds. */
  Map<Stage, Double> guess(Request request);

  /** Reads what is to stay from one request to the next, and checks the request against it. */
  void load(Request request);

  /** The film's latents, sampled or as an earlier run has kept them. */
  Tensor latents(Take take, Optional<KeptLatents> kept);

  /** The film's latents (1 c t h w), stepped by a sampler of one's own. */
  Tensor latents(Take take, Sampler sampler);

  Frames decode(Take take, Tensor latents);

  /** The film's sound, as long as its pictures, if this cast makes any and it was asked for. */
  Optional<Samples> sound(Take take, Frames film);

  @Override
  void close();
}
