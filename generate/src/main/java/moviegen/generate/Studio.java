package moviegen.generate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import moviegen.flow.Sampler;
import moviegen.media.Frames;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;

/**
 * Where films are made: a cast with its networks loaded, and one long-lived thread that all tensor
 * work happens on. Requests from several threads wait for each other.
 */
public final class Studio implements AutoCloseable {
  static {
    // JavaCPP's own limits count mapped weights as its memory and refuse to go on.
    for (var limit : List.of("maxPhysicalBytes", "maxBytes")) {
      var name = "org.bytedeco.javacpp." + limit;
      System.setProperty(name, System.getProperty(name, "0"));
    }
  }

  private final Cast cast;
  private final Films films;
  private final String version;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("studio").daemon().factory());

  private Studio(Cast cast) {
    this.cast = cast;
    films = Films.of(cast);
    version = Version.current();
  }

  /** Opens a studio; the networks are loaded with the first request. */
  public static Studio open(Cast cast) {
    return new Studio(cast);
  }

  public Cast cast() {
    return cast;
  }

  /** Seconds that a request is expected to take by a cast that has yet to be loaded. */
  public static double guess(Cast cast, Request request) {
    try (var films = Films.of(cast)) {
      return films.guess(films.fit(request)).values().stream()
          .mapToDouble(Double::doubleValue)
          .sum();
    }
  }

  /** The nearest request that a cast can make, such as one of 33 frames for 32. */
  public static Request fit(Cast cast, Request request) {
    try (var films = Films.of(cast)) {
      return films.fit(request);
    }
  }

  /**
   * Looks whether a request can be made here, before a weight is read.
   *
   * @throws IllegalArgumentException where this cast or this machine cannot make it
   */
  public static void check(Cast cast, Request request) {
    try (var films = Films.of(cast)) {
      films.check(films.fit(request));
    }
  }

  /**
   * What a request will take, where that is worth saying before it starts.
   *
   * @throws IllegalArgumentException where this cast or this machine cannot make it
   */
  public Optional<FilmPlan> plan(Request request) {
    var fitted = films.fit(request);
    films.check(fitted);
    return films.plan(fitted);
  }

  /** Makes a film or a picture and keeps it in memory. */
  public Film generate(Request request) {
    return generate(request, _ -> {}, new Cancel());
  }

  /**
   * Makes a film or a picture and keeps it in memory.
   *
   * @param onlooker hears how far it has come, on the studio's thread
   * @throws java.util.concurrent.CancellationException when it was canceled
   */
  public Film generate(Request request, Onlooker onlooker, Cancel cancel) {
    return onWorker(() -> make(request, Optional.empty(), onlooker, cancel));
  }

  /**
   * Makes a film or a picture into a file; what is interrupted after sampling goes on from there.
   */
  public Film generate(Request request, OutputFile out, Onlooker onlooker, Cancel cancel) {
    out.check(Film.ending(request), Limits.room(request));
    return onWorker(() -> make(request, Optional.of(out), onlooker, cancel));
  }

  /**
   * The standardized latents of a request, stepped by a sampler of one's own instead of the
   * request's.
   *
   * @return (1 c t h w), in row order
   */
  public float[] latents(Request request, Sampler sampler) {
    return onWorker(
        () -> {
          films.check(request);
          films.load(request);
          var take = new Take(request, new Stopwatch(), forecast(request, _ -> {}), new Cancel());
          try (var _ = Scope.open();
              var _ = Native.noGrad()) {
            return HostMemory.floats(films.latents(take, sampler));
          }
        });
  }

  private Film make(Request asked, Optional<OutputFile> out, Onlooker onlooker, Cancel cancel) {
    var request = films.fit(asked);
    films.check(request);
    var recipe = FilmRecipe.of(request, cast, version);
    var kept =
        out.map(file -> new KeptLatents(file.latents(), recipe, KeptLatents.Origin.of(cast)));
    var take = new Take(request, new Stopwatch(), forecast(request, onlooker), cancel);
    long start = System.nanoTime();
    var _ =
        take.stage(
            Stage.LOAD,
            () -> {
              films.load(request);
              return films;
            });
    Frames frames;
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      frames = films.decode(take, films.latents(take, kept));
    }
    var sound = films.sound(take, frames);
    take.progress(Stage.SOUND, 1, 1);
    var film = new Film(request, frames, sound, recipe, take.watch().seconds(), 0, 0);
    out.ifPresent(file -> write(film, file, take));
    kept.ifPresent(KeptLatents::discard);
    take.forecast().report(Stage.WRITE, 1, 1);
    double total = (System.nanoTime() - start) / 1e9;
    return film.timed(take.watch().seconds(), total, MachineMemory.peakBytes());
  }

  private static void write(Film film, OutputFile out, Take take) {
    take.forecast().report(Stage.WRITE, 0, 1);
    var _ =
        take.watch()
            .time(
                Stage.WRITE,
                () -> {
                  film.write(out.file());
                  return out;
                });
  }

  private Forecast forecast(Request request, Onlooker onlooker) {
    return new Forecast(films.guess(request), onlooker);
  }

  private <T> T onWorker(java.util.concurrent.Callable<T> work) {
    try {
      return worker.submit(work).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("The request was interrupted.");
    }
  }

  @Override
  public void close() {
    onWorker(
        () -> {
          films.close();
          return cast;
        });
    worker.close();
  }
}
