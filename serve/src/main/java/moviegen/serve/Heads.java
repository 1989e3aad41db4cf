package moviegen.serve;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections on which no whole head of a request comes in time. A connection's own limit on
 * silence begins anew with each byte; this one begins where the connection opens, and again with
 * the end of each answer.
 */
final class Heads extends Handler.Wrapper implements Connection.Listener {
  private static final long ANSWERING = Long.MAX_VALUE;
  private static final long START = System.nanoTime();

  private final long patience;
  private final Map<Connection, AtomicLong> since = new ConcurrentHashMap<>();

  Heads(Duration patience) {
    this.patience = patience.toNanos();
  }

  @Override
  public void onOpened(Connection connection) {
    since.put(connection, new AtomicLong(now()));
  }

  @Override
  public void onClosed(Connection connection) {
    since.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var waits = since.get(request.getConnectionMetaData().getConnection());
    if (waits != null) {
      waits.set(ANSWERING);
      Request.addCompletionListener(request, _ -> waits.set(now()));
    }
    return super.handle(request, response, callback);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    look();
  }

  private void look() {
    if (!isRunning() && !isStarting()) {
      return;
    }
    long latest = now() - patience;
    since.forEach(
        (connection, waits) -> {
          if (latest > waits.get()) {
            connection.getEndPoint().close();
          }
        });
    getServer().getScheduler().schedule(this::look, patience / 8, TimeUnit.NANOSECONDS);
  }

  /** Of the same sign always, unlike the system's. */
  private static long now() {
    return System.nanoTime() - START;
  }
}
