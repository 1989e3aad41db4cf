package moviegen.serve;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import moviegen.queue.EventFeed;
import moviegen.queue.FilmMaker;
import moviegen.queue.JobKind;
import moviegen.queue.Jobs;
import moviegen.queue.Worker;
import moviegen.queue.Workplace;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A studio that is open: its database, its worker, and the server that speaks for them. */
public final class StudioServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StudioServer.class);
  private static final int MOST_CONNECTIONS = 2_000;
  private static final int LONGEST_HEADERS = 16 << 10;
  private static final long IDLE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 2_000;

  private final StudioSettings settings;
  private final Workplace place;
  private final Runnable after;
  private final EventFeed feed;
  private final EventRoutes events;
  private final Heads heads = new Heads(Duration.ofMillis(IDLE_MILLIS));
  private final Javalin server;
  private final Optional<Worker> worker;

  private StudioServer(
      StudioSettings settings, Casts casts, List<JobKind> kinds, Workplace place, Runnable after) {
    this.settings = settings;
    this.place = place;
    this.after = after;
    feed = EventFeed.start(place.jobs());
    var uploads = new Uploads(settings.data().resolve("uploads"));
    var desk = new Desk(place.jobs(), feed, casts, uploads);
    events = new EventRoutes(desk);
    var meters = new Meters(place.jobs(), events::clients);
    server = Javalin.create(config -> configure(config, desk, meters));
    listen();
    Thread.startVirtualThread(() -> casts.words(casts.first()));
    worker = settings.worker() ? Optional.of(place.hire(kinds)) : Optional.empty();
  }

  /**
   * Opens a studio that makes films with its casts; their networks are loaded with the first job.
   *
   * @throws IllegalArgumentException says in one sentence why it cannot be opened
   */
  public static StudioServer open(StudioSettings settings) {
    var casts = new Casts(settings);
    var maker = new FilmMaker(casts.all());
    return open(settings, casts, maker.kinds(), maker::close);
  }

  /** Opens a studio whose worker does other things. */
  static StudioServer open(StudioSettings settings, List<JobKind> kinds) {
    return open(settings, new Casts(settings), kinds, () -> {});
  }

  private static StudioServer open(
      StudioSettings settings, Casts casts, List<JobKind> kinds, Runnable after) {
    var place = Workplace.open(settings.data(), settings.database(), settings.quota());
    try {
      return new StudioServer(settings, casts, kinds, place, after);
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }

  private void listen() {
    try {
      server.start();
    } catch (JavalinBindException e) {
      feed.close();
      throw new IllegalArgumentException(
          "Port %d of %s is taken; --port names another."
              .formatted(settings.port(), settings.host()),
          e);
    }
  }

  private void configure(JavalinConfig config, Desk desk, Meters meters) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.jetty.modifyHttpConfiguration(StudioServer::bound);
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServer(
        jetty -> {
          jetty.setStopTimeout(STOP_MILLIS);
          jetty.setErrorHandler(new BareErrors());
          jetty.setHandler(heads);
          jetty.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, jetty));
        });
    config.requestLogger.http((context, millis) -> meters.count(context, millis));
    var access = new Access(settings);
    var forecasts = new Forecasts(place.jobs(), desk.casts());
    var media = new Media(place.jobs().outputs(), desk.uploads());
    var routes = config.routes;
    routes.before(access::check);
    Problems.add(routes);
    new VideoRoutes(desk, media).add(routes);
    new ImageRoutes(desk).add(routes);
    new JobRoutes(desk, forecasts).add(routes);
    new MediaRoutes(desk, media).add(routes);
    new CastRoutes(desk, forecasts).add(routes);
    new OperationRoutes(desk, meters, place.database()::answers, settings.quota().reserve())
        .add(routes);
    events.add(routes);
    new PageRoutes().add(routes);
  }

  private static void bound(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LONGEST_HEADERS);
    http.setIdleTimeout(IDLE_MILLIS);
  }

  private ServerConnector connector(Server jetty, HttpConfiguration http) {
    var connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.addBean(heads, false);
    return connector;
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** What a browser on this machine opens. */
  public URI address() {
    boolean every = settings.host().equals("0.0.0.0") || settings.host().equals("::");
    String host = every ? "127.0.0.1" : settings.host();
    return URI.create(
        "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port()));
  }

  /** Its jobs. */
  public Jobs jobs() {
    return place.jobs();
  }

  /** Takes no more requests, hands back the job in hand, and closes what is open. */
  @Override
  public void close() {
    events.close();
    stop();
    worker.ifPresent(Worker::close);
    after.run();
    feed.close();
    place.close();
  }

  private void stop() {
    try {
      server.stop();
    } catch (JavalinException e) {
      LOG.info("Some requests did not end by themselves", e);
    }
  }
}
