package moviegen.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A run watched from a terminal: a bar with the time left, figures on disk, a clean end. */
public final class TerminalRun implements Trainer.Listener {
  private static final Duration BETWEEN_VALIDATIONS = Duration.ofMinutes(5);

  private final RunFolder folder;
  private final CastFolder cast;
  private final Figures figures;
  private final Trainer trainer;
  private final ProgressBar bar;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private long validated = System.nanoTime();

  private TerminalRun(RunFolder folder, CastFolder cast, Trainer trainer, ProgressBar bar) {
    this.folder = folder;
    this.cast = cast;
    this.figures = new Figures(folder.metrics());
    this.trainer = trainer;
    this.bar = bar;
  }

  /**
   * Carries out {@code recipe} below {@code runs}, or goes on with it; an interrupt of the program
   * ends it after the step it is in, with its state saved. At the end, and whenever the run is
   * checked on its way, the part it trains is left in {@code cast}.
   *
   * @param from if there, a cast whose part a new run begins with; others of its parts are taken
   *     over where {@code cast} has none
   * @param budget if there, how long the whole run may take; it decides the number of steps
   */
  public static void run(
      Recipe recipe,
      Path runs,
      CastFolder cast,
      Optional<CastFolder> from,
      Optional<Duration> budget) {
    var folder = RunFolder.of(runs, recipe.name());
    from.ifPresent(cast::adopt);
    try (var trainer = Trainer.open(recipe, folder);
        var bar =
            new ProgressBarBuilder()
                .setTaskName(recipe.name())
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(trainer.steps())
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build()) {
      from.ifPresent(trainer::startFrom);
      bar.stepTo(trainer.step());
      var run = new TerminalRun(folder, cast, trainer, bar);
      var done = new AtomicBoolean();
      var thread = Thread.currentThread();
      var hook = new Thread(() -> run.stop(thread, done));
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        budget.ifPresentOrElse(time -> trainer.fit(time, run), () -> trainer.runToEnd(run));
        run.validate();
      } finally {
        done.set(true);
        if (!run.stopped()) {
          Runtime.getRuntime().removeShutdownHook(hook);
        }
      }
    }
  }

  private void stop(Thread running, AtomicBoolean done) {
    stopped.set(true);
    try {
      if (!done.get()) {
        running.join(Duration.ofSeconds(60));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean stopped() {
    return stopped.get();
  }

  @Override
  public void stepped(long step, long steps, double seconds) {
    bar.maxHint(steps == Long.MAX_VALUE ? -1 : steps);
    bar.stepTo(step);
  }

  @Override
  public void measured(long step, double seconds, Map<String, Double> values) {
    figures.append(step, seconds, values);
    bar.setExtraMessage(
        values.entrySet().stream()
            .map(entry -> "%s %.4g".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", ", " ", "")));
    if (System.nanoTime() - validated > BETWEEN_VALIDATIONS.toNanos()) {
      validate();
      validated = System.nanoTime();
    }
  }

  private void validate() {
    figures.append(trainer.step(), trainer.seconds(), trainer.validate());
    figures.draw(folder.chart());
    trainer.ship(cast);
  }
}
