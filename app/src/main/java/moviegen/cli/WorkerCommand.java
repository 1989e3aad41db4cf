package moviegen.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import moviegen.generate.Cast;
import moviegen.queue.FilmMaker;
import moviegen.queue.Quota;
import moviegen.queue.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does the jobs of a studio, beside the studio's own worker or instead of it. */
@Command(
    name = "worker",
    description = "Do the jobs of a studio, as one more worker of it.",
    footer = {
      "",
      "Stops with Ctrl-C, and hands back the job that it has.",
      "",
      "Example:",
      "  ./moviegen worker"
    })
final class WorkerCommand implements Callable<Integer> {
  @Mixin DataOptions options = new DataOptions();

  @Option(
      names = "--cast",
      paramLabel = "CAST",
      defaultValue = "tiny",
      description = "The models, may be given several times; default ${DEFAULT-VALUE}.")
  List<String> casts = List.of("tiny");

  @Override
  public Integer call() throws InterruptedException {
    var here = casts.stream().map(Cast::named).toList();
    var ended = new CountDownLatch(1);
    try (var place = Workplace.open(options.folder(), options.checkedDatabase(), Quota.STANDARD);
        var maker = new FilmMaker(here)) {
      var worker = place.hire(maker.kinds());
      var hook =
          new Thread(
              () -> {
                worker.close();
                ended.countDown();
              },
              "interrupt");
      Runtime.getRuntime().addShutdownHook(hook);
      System.err.printf(
          "Waiting for jobs of %s in %s.%n",
          String.join(", ", here.stream().map(Cast::name).toList()), options.folder());
      ended.await();
    }
    return 0;
  }
}
