package moviegen.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;

/** An HTTP server that gives prepared answers in order, the last of them for ever. */
final class ScriptedStudio implements AutoCloseable {
  /** The requests that came: method, path, token and body. */
  final List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();

  private final HttpServer server;

  ScriptedStudio() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers at a path. */
  ScriptedStudio at(String path, int status, String... bodies) {
    var left = new ConcurrentLinkedDeque<>(List.of(bodies));
    server.createContext(path, exchange -> answer(exchange, status, left));
    return this;
  }

  private void answer(HttpExchange exchange, int status, Deque<String> bodies) throws IOException {
    try (exchange) {
      var said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var token = exchange.getRequestHeaders().getFirst("Authorization");
      asked.add(
          "%s %s %s %s"
              .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), token, said)
              .strip());
      var body = bodies.size() > 1 ? bodies.removeFirst() : bodies.getFirst();
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
