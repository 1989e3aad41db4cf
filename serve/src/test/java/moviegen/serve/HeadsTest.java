package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HeadsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private volatile Duration answering = Duration.ZERO;

  @BeforeEach
  void open() throws Exception {
    var heads = new Heads(PATIENCE);
    connector.setHost("127.0.0.1");
    connector.addBean(heads, false);
    server.addConnector(connector);
    server.setHandler(heads);
    heads.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws InterruptedException {
            Thread.sleep(answering);
            callback.succeeded();
            return true;
          }
        });
    server.start();
  }

  @AfterEach
  void close() throws Exception {
    server.stop();
  }

  @Test
  void closesAConnectionWhoseHeadComesByteByByte() throws Exception {
    try (var socket = connect()) {
      assertThat(drip(socket)).isBetween(900L, 3_000L);
    }
  }

  @Test
  void closesAConnectionWhoseSecondHeadComesByteByByte() throws Exception {
    try (var socket = connect()) {
      ask(socket);
      assertThat(drip(socket)).isBetween(900L, 3_000L);
    }
  }

  @Test
  void leavesTheTimeOfAnswersToAnswers() throws Exception {
    answering = PATIENCE.multipliedBy(2);
    try (var socket = connect()) {
      assertThat(ask(socket)).startsWith("HTTP/1.1 200 ");
      assertThat(ask(socket)).startsWith("HTTP/1.1 200 ");
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String ask(Socket socket) throws IOException {
    socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
    var answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) socket.getInputStream().read());
    }
    return answer.toString();
  }

  /** Writes a head a byte at a time; the milliseconds until the other side has closed. */
  private static long drip(Socket socket) throws InterruptedException, IOException {
    long start = System.nanoTime();
    var head = ("GET / HTTP/1.1\r\nX: " + "x".repeat(200)).getBytes(StandardCharsets.US_ASCII);
    try {
      for (byte next : head) {
        socket.getOutputStream().write(next);
        Thread.sleep(50);
      }
    } catch (SocketException _) {
      // The other side has closed.
    }
    return (System.nanoTime() - start) / 1_000_000;
  }
}
