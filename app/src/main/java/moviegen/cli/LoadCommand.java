package moviegen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.evaluate.Interval;
import moviegen.evaluate.Report;
import moviegen.evaluate.Row;
import moviegen.queue.Folders;
import moviegen.serve.Load;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Queues many films by many clients at once, and looks at how long each client waits. */
@Command(
    name = "load",
    description = "How long clients wait for a studio that many ask at once.",
    footer = {
      "",
      "It is done in the folder of --data, which has to be on a disk, and with --database on",
      "PostgreSQL too, where it needs a database that is empty.",
      "",
      "Example:",
      "  ./moviegen evaluate load --jobs 1000 --clients 50"
    })
final class LoadCommand implements Callable<Integer> {
  @Option(
      names = "--jobs",
      paramLabel = "COUNT",
      defaultValue = "1000",
      description = "Films that are queued; default ${DEFAULT-VALUE}.")
  int jobs;

  @Option(
      names = "--clients",
      paramLabel = "COUNT",
      defaultValue = "50",
      description = "Clients that queue them at once; default ${DEFAULT-VALUE}.")
  int clients;

  @Mixin DataOptions data = new DataOptions();

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Counts.check("--jobs", jobs, 100_000);
    Counts.check("--clients", clients, 1_000);
    options.check();
    var rows = new ArrayList<Row>();
    double worst = 0;
    for (int workers : new int[] {0, 2}) {
      worst = Math.max(worst, measure("SQLite", Optional.empty(), workers, rows));
      var url = data.checkedDatabase();
      if (url.isPresent()) {
        worst = Math.max(worst, measure("PostgreSQL", url, workers, rows));
      }
    }
    options.tell(new Report("load", jobs, options.typed(), rows, worst));
    return 0;
  }

  private double measure(String name, Optional<String> url, int workers, List<Row> rows)
      throws IOException, InterruptedException {
    var folder = Files.createDirectories(data.folder());
    var stage = Files.createTempDirectory(folder, "load");
    try {
      var millis = new Load(stage, url, List.of(cast.name), jobs, clients, workers).run();
      double p95 = Load.quantile(millis, 0.95);
      var how = "ms on %s, %s workers".formatted(name, workers == 0 ? "no" : "two");
      rows.add(row(how + ": median", Load.quantile(millis, 0.5)));
      rows.add(row(how + ": p95", p95));
      rows.add(row(how + ": longest", millis.getLast()));
      return p95;
    } finally {
      Folders.delete(stage);
    }
  }

  private static Row row(String name, double value) {
    return Row.of(name, Interval.exact(value));
  }
}
