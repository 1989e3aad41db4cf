package moviegen.generate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import moviegen.flow.Sampler;
import moviegen.media.Frames;
import moviegen.tensor.HostMemory;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Where films are made: a cast with its networks loaded, and one long-lived thread that all tensor
 * work happens on. Requests from several threads wait for each other.
 */
public final class Studio implements AutoCloseable {
  private static final long WORKING_BYTES = 1_000_000_000;
  private static final long BYTES_PER_PIXEL = 60;

  static {
    // JavaCPP's own limits count mapped weights as its memory and refuse to go on.
    for (var limit : List.of("maxPhysicalBytes", "maxBytes")) {
      var name = "org.bytedeco.javacpp." + limit;
      System.setProperty(name, System.getProperty(name, "0"));
    }
  }

  private final Cast cast;
  private final String version;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("studio").daemon().factory());
  private @Nullable Models models;

  private Studio(Cast cast) {
    this.cast = cast;
    version = Version.current();
  }

  /** Opens a studio; the networks are loaded with the first request. */
  public static Studio open(Cast cast) {
    return new Studio(cast);
  }

  public Cast cast() {
    return cast;
  }

  /** Makes a film or a picture and keeps it in memory. */
  public Film generate(Request request) {
    return generate(request, _ -> {}, new Cancel());
  }

  /**
   * Makes a film or a picture and keeps it in memory.
   *
   * @param listener hears how far it has come, on the studio's thread
   * @throws java.util.concurrent.CancellationException when it was canceled
   */
  public Film generate(Request request, Consumer<Progress> listener, Cancel cancel) {
    return onWorker(() -> make(request, Optional.empty(), listener, cancel));
  }

  /** Makes a film or a picture into a file; what is interrupted after sampling goes on from there. */
  public Film generate(
      Request request, OutputFile out, Consumer<Progress> listener, Cancel cancel) {
    out.check(Film.ending(request), Limits.FILE_BYTES);
    return onWorker(() -> make(request, Optional.of(out), listener, cancel));
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
          checkMemory(request);
          var loaded = models();
          loaded.check(request);
          var forecast = new Forecast(request, _ -> {});
          var take = new Take(request, cast, loaded, new Stopwatch(), forecast, new Cancel());
          try (var _ = Scope.open();
              var _ = Native.noGrad()) {
            return HostMemory.floats(take.latents(sampler));
          }
        });
  }

  private Film make(
      Request request, Optional<OutputFile> out, Consumer<Progress> listener, Cancel cancel) {
    checkMemory(request);
    var recipe = FilmRecipe.of(request, cast, version);
    var kept = out.map(file -> new KeptLatents(file.latents(), recipe));
    var watch = new Stopwatch();
    var forecast = new Forecast(request, listener);
    forecast.report(Stage.LOAD, 0, 1);
    long start = System.nanoTime();
    var loaded = watch.time(Stage.LOAD, this::models);
    loaded.check(request);
    var take = new Take(request, cast, loaded, watch, forecast, cancel);
    Frames frames;
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      frames = take.decode(take.latents(kept));
    }
    var film = new Film(request, frames, recipe, watch.seconds(), 0, 0);
    out.ifPresent(
        file -> {
          forecast.report(Stage.WRITE, 0, 1);
          watch.time(
              Stage.WRITE,
              () -> {
                film.write(file.file());
                return file;
              });
        });
    kept.ifPresent(KeptLatents::discard);
    forecast.report(Stage.WRITE, 1, 1);
    double total = (System.nanoTime() - start) / 1e9;
    return film.timed(watch.seconds(), total, MachineMemory.peakBytes());
  }

  private Models models() {
    var loaded = models;
    if (loaded == null) {
      Native.matmulPrecision(Native.Precision.MEDIUM);
      loaded = Models.load(cast, MatrixRate.fastest());
      models = loaded;
    }
    return loaded;
  }

  private static void checkMemory(Request request) {
    long pixels = (long) request.frames() * request.size().width() * request.size().height();
    long needed = WORKING_BYTES + BYTES_PER_PIXEL * pixels;
    long available = MachineMemory.availableBytes();
    Limits.require(
        available >= needed,
        "This request needs about %,d MB of memory, %,d MB are free.",
        needed / 1_000_000,
        available / 1_000_000);
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
          if (models != null) {
            models.close();
            models = null;
          }
          return cast;
        });
    worker.close();
  }
}
