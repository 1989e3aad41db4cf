package moviegen.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import moviegen.download.CastDownload;
import moviegen.download.CastFile;
import moviegen.download.DownloadPlan;

/** A download as people watch it: a bar for each file on a terminal, and a line when it is here. */
final class DownloadBar implements CastDownload.Listener, AutoCloseable {
  private static final int WIDTH = 100;

  private final PrintStream out;
  private final DownloadPlan plan;
  private final boolean live;
  private Optional<ProgressBar> bar = Optional.empty();

  private DownloadBar(PrintStream out, DownloadPlan plan, boolean live) {
    this.out = out;
    this.plan = plan;
    this.live = live;
  }

  /** A bar on standard error, where the launcher says that it is a terminal. */
  static DownloadBar standardError(DownloadPlan plan) {
    return new DownloadBar(System.err, plan, Boolean.getBoolean("moviegen.terminal"));
  }

  @Override
  public void received(CastFile file, long bytes) {
    if (live && bar.isEmpty()) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName(file.part())
                  .setStyle(ProgressBarStyle.ASCII)
                  .setInitialMax(file.size().orElse(-1))
                  .startsFrom(bytes, Duration.ZERO)
                  .setUnit(" MB", 1_000_000)
                  .showSpeed()
                  .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                  .build());
    }
    bar.ifPresent(drawn -> drawn.stepTo(bytes));
  }

  @Override
  public void finished(CastFile file, String sha256) {
    close();
    out.println(
        "%s  sha256 %s…".formatted(plan.folder().resolve(file.name()), sha256.substring(0, 12)));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
