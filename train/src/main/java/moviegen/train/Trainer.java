package moviegen.train;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.nn.FlatParams;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Carries out a recipe: steps, a moving average of the weights, figures, and a state on disk every
 * few minutes from which the same command goes on.
 */
public final class Trainer implements AutoCloseable {
  private static final Duration BETWEEN_STATES = Duration.ofMinutes(4);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(20);
  private static final int PROBE = 20;

  private final Recipe recipe;
  private final RunFolder folder;
  private final Objective objective;
  private final FlatParams params;
  private final Moments state;
  private final Tensor average;
  private final Meter meter = new Meter();
  private final SideBySide parts = new SideBySide();
  private long step;
  private long steps;
  private double seconds;

  private Trainer(Recipe recipe, RunFolder folder) {
    this.recipe = recipe;
    this.folder = folder;
    Ops.manualSeed(recipe.seed());
    objective = recipe.objective().get();
    params = new FlatParams(objective.params());
    state = Moments.of(params.values().count());
    try (var _ = Scope.open()) {
      average = params.values().copy().retain();
    }
    steps = recipe.steps();
  }

  /**
   * Opens the run of {@code recipe} in {@code folder}, where it stopped if it was there. A recipe
   * that has another number of steps by now has the say.
   */
  public static Trainer open(Recipe recipe, RunFolder folder) {
    var trainer = new Trainer(recipe, folder);
    var progress = folder.resume(trainer.params, trainer.state, trainer.average);
    progress.ifPresent(
        saved -> {
          trainer.step = saved.step();
          trainer.steps = saved.planned() == recipe.steps() ? saved.steps() : recipe.steps();
          trainer.seconds = saved.seconds();
        });
    return trainer;
  }

  /** Begins with the part that {@code cast} has, where this run has not begun yet. */
  public void startFrom(CastFolder cast) {
    if (step > 0) {
      return;
    }
    objective.requireFit(cast);
    var shipment = objective.ship();
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      cast.copy(shipment.part(), shipment.tensors());
      average.copy_(params.values());
    }
  }

  public long step() {
    return step;
  }

  public long steps() {
    return steps;
  }

  /** Seconds of work so far, over all its parts. */
  public double seconds() {
    return seconds;
  }

  public Objective objective() {
    return objective;
  }

  /** Makes the whole run, from its first step on, as long as fits into {@code budget}. */
  public void fit(Duration budget, Listener listener) {
    if (step < PROBE) {
      steps = Long.MAX_VALUE;
      run(PROBE - step, listener);
      double rate = step / seconds;
      steps = Math.max(step + 1, (long) (budget.toMillis() / 1000.0 * rate));
    }
    runToEnd(listener);
  }

  /** Runs to the end of the recipe. */
  public void runToEnd(Listener listener) {
    run(steps - step, listener);
    save();
  }

  /** Makes {@code count} steps, writing figures and states on the way. */
  public void run(long count, Listener listener) {
    long lastLine = System.nanoTime();
    long lastState = lastLine;
    for (long i = 0; i < count && !listener.stopped(); i++) {
      long start = System.nanoTime();
      advance();
      long now = System.nanoTime();
      seconds += (now - start) / 1e9;
      listener.stepped(step, steps, seconds);
      if (now - lastLine > BETWEEN_LINES.toNanos() || step == steps) {
        lastLine = now;
        listener.measured(step, seconds, meter.take());
      }
      if (now - lastState > BETWEEN_STATES.toNanos()) {
        save();
        lastState = System.nanoTime();
      }
    }
  }

  /** Makes one step and returns its loss. */
  public double advance() {
    Ops.manualSeed(recipe.seed() * 1_000_003 + step);
    double value;
    try (var _ = Scope.open()) {
      value = parts.backward(objective.losses(step, meter));
    }
    double norm = recipe.optimizer().step(params, state, step, steps);
    meter.add("loss", value);
    meter.add("gradient", norm);
    step++;
    double decay = Math.min(recipe.averaging(), (1.0 + step) / (10.0 + step));
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      average.lerp_(params.values(), 1 - decay);
    }
    return value;
  }

  /** Figures on held-out samples with the averaged weights. */
  public Map<String, Double> validate() {
    return withAverage(objective::validate);
  }

  /** Leaves the averaged weights in {@code cast}, and exactly in the run's own folder. */
  public void ship(CastFolder cast) {
    var facts =
        Map.of(
            "moviegen.recipe", recipe.name(),
            "moviegen.data_seed", Long.toString(recipe.seed()),
            "moviegen.steps", Long.toString(step),
            "moviegen.samples", Long.toString(step * objective.batch()));
    withAverage(
        () -> {
          objective.measure();
          var shipment = objective.ship();
          SafetensorsWriter.write(folder.part(), shipment.tensors(), shipment.says(facts));
          cast.put(shipment, facts);
          objective
              .beside()
              .ifPresent(other -> cast.put(other.needing(cast, shipment.part()), facts));
          return shipment;
        });
  }

  /** Runs {@code body} while the parameters hold their moving average. */
  public <T> T withAverage(Supplier<T> body) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var live = params.values().copy();
      params.values().copy_(average);
      try {
        return body.get();
      } finally {
        params.values().copy_(live);
      }
    }
  }

  public void save() {
    folder.save(
        params, state, average, new RunFolder.Progress(step, steps, seconds, recipe.steps()));
  }

  @Override
  public void close() {
    parts.close();
    average.close();
    state.close();
    params.close();
    objective.close();
  }

  /** Who watches a run, and may end it between two steps. */
  public interface Listener {
    default boolean stopped() {
      return false;
    }

    default void stepped(long step, long steps, double seconds) {}

    default void measured(long step, double seconds, Map<String, Double> figures) {}
  }
}
