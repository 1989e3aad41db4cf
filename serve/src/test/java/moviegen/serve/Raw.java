package moviegen.serve;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests byte by byte, as no well-behaved client sends them. */
final class Raw {
  private static final int PATIENCE_MILLIS = 20_000;

  private Raw() {}

  static String ask(String address, int port, String method, String path, String headers)
      throws IOException {
    return askAs(address, port, method, path, address + ":" + port, headers);
  }

  static String askAs(
      String address, int port, String method, String path, String host, String headers)
      throws IOException {
    return send(
        address,
        port,
        "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: 0\r\n%s\r\n"
            .formatted(method, path, host, headers)
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What comes back until the server closes, at most 100,000 bytes. */
  static String send(String address, int port, byte[] request) throws IOException {
    try (var socket = new Socket(address, port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readNBytes(100_000), StandardCharsets.ISO_8859_1);
    }
  }
}
