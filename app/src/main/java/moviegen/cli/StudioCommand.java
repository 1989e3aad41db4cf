package moviegen.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import moviegen.queue.Quota;
import moviegen.serve.StudioServer;
import moviegen.serve.StudioSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the studio: a page, an API and a queue, until Ctrl-C. */
@Command(
    name = "studio",
    description = "Open the studio: a web page and an API that OpenAI's clients speak.",
    footer = {
      "",
      "It is for this machine alone, unless --host names another address; then it asks all",
      "clients for the token.",
      "",
      "Example:",
      "  ./moviegen studio"
    })
final class StudioCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "NUMBER",
      defaultValue = "" + StudioSettings.PORT,
      description = "Where it listens; 0 takes a free one; default ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The network address; 0.0.0.0 is every one; default ${DEFAULT-VALUE}.")
  String host = "127.0.0.1";

  @Option(
      names = "--token",
      paramLabel = "TEXT",
      description = "What clients have to know; or in MOVIEGEN_TOKEN, which others cannot see.")
  Optional<String> token = Optional.empty();

  @Mixin DataOptions options = new DataOptions();

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description = "A page elsewhere that may use it, such as https://example.org.")
  List<String> origins = List.of();

  @Option(
      names = "--cast",
      paramLabel = "CAST",
      defaultValue = "tiny",
      description = "The models, may be given several times; default ${DEFAULT-VALUE}.")
  List<String> casts = List.of("tiny");

  @Option(names = "--no-worker", description = "Make no films here; ./moviegen worker does.")
  boolean idle;

  @Override
  public Integer call() throws InterruptedException {
    var settings =
        new StudioSettings(
            host,
            port,
            token.or(() -> Optional.ofNullable(System.getenv("MOVIEGEN_TOKEN"))),
            options.folder(),
            options.checkedDatabase(),
            new LinkedHashSet<>(origins),
            casts,
            !idle,
            Quota.STANDARD,
            Optional.empty());
    var ended = new CountDownLatch(1);
    var server = StudioServer.open(settings);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  ended.countDown();
                },
                "interrupt"));
    System.err.printf("The studio is open at %s, Ctrl-C closes it.%n", server.address());
    ended.await();
    return 0;
  }
}
