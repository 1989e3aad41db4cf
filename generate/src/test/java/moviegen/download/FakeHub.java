package moviegen.download;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A server on this machine that says what a test wants it to, byte by byte. */
final class FakeHub implements AutoCloseable {
  /** What was asked: a path, and headers with names in small letters. */
  record Asked(String path, Map<String, String> headers) {
    long from() {
      String range = headers.getOrDefault("range", "bytes=0-");
      return Long.parseLong(range.substring("bytes=".length(), range.length() - 1));
    }
  }

  /**
   * The bytes of an answer to the count-th question, 1 for the first; the line is closed after it.
   */
  interface Script {
    byte[] answer(int count, Asked asked) throws InterruptedException;
  }

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final Script script;

  FakeHub(Script script) throws IOException {
    this.script = script;
    Thread.ofVirtual().start(this::serve);
  }

  Mirror mirror() {
    return Mirror.parse(
        "http://%s:%d".formatted(socket.getInetAddress().getHostAddress(), socket.getLocalPort()));
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void serve() {
    try {
      while (true) {
        var asking = socket.accept();
        Thread.ofVirtual().start(() -> answer(asking));
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  private void answer(Socket asking) {
    try (asking) {
      var in = new BufferedReader(new InputStreamReader(asking.getInputStream(), ISO_8859_1));
      String path = line(in).split(" ", -1)[1];
      var headers = new LinkedHashMap<String, String>();
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        int colon = header.indexOf(':');
        headers.put(
            header.substring(0, colon).toLowerCase(Locale.ROOT),
            header.substring(colon + 1).strip());
      }
      var question = new Asked(path, headers);
      asked.add(question);
      asking.getOutputStream().write(script.answer(asked.size(), question));
      asking.getOutputStream().flush();
      asking.shutdownOutput();
    } catch (SocketException _) {
      // The other end had enough.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(BufferedReader in) throws IOException {
    return Objects.requireNonNullElse(in.readLine(), "");
  }

  /** An answer: its status line, its headers, its body. */
  static byte[] says(String status, List<String> headers, byte[] body) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(("HTTP/1.1 " + status + "\r\n").getBytes(ISO_8859_1));
    headers.forEach(header -> bytes.writeBytes((header + "\r\n").getBytes(ISO_8859_1)));
    bytes.writeBytes("Connection: close\r\n\r\n".getBytes(ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
