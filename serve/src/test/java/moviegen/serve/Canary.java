package moviegen.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A place that hostile files name, and that nobody may ever call. */
final class Canary implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger calls = new AtomicInteger();

  private Canary(ServerSocket socket) {
    this.socket = socket;
  }

  static Canary open() throws IOException {
    var canary = new Canary(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.startVirtualThread(canary::listen);
    return canary;
  }

  private void listen() {
    try {
      while (true) {
        socket.accept().close();
        calls.incrementAndGet();
      }
    } catch (IOException _) {
      // Closed by the test.
    }
  }

  String address() {
    return "http://127.0.0.1:%d/film.ts".formatted(socket.getLocalPort());
  }

  int calls() {
    return calls.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
