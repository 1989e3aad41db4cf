package moviegen.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import moviegen.generate.Cast;
import moviegen.generate.FilmRequest;
import moviegen.media.Encoding;
import moviegen.media.Frames;
import moviegen.media.Tags;
import moviegen.media.VideoWriter;
import moviegen.queue.JobKind;

/**
 * What came of many hostile requests.
 *
 * @param statuses how often each was answered; 0 where the connection was closed without a word
 * @param faults numbers of the requests that were answered with 500 or more
 * @param calls how often the server asked the address that hostile files name
 * @param strange files outside the data folder, and uploads that were left
 * @param heapMegabytes in use before and after, garbage collected
 */
record HostileRun(
    Map<Integer, Integer> statuses,
    List<Long> faults,
    int calls,
    List<String> strange,
    long heapMegabytesBefore,
    long heapMegabytes,
    double seconds) {
  private static final int PATIENCE_MILLIS = 40_000;
  private static final int WARM = 500;

  /** Sends requests number {@code seed}, {@code seed + 1} and so on. */
  static HostileRun of(Path root, long seed, int count) throws IOException {
    var film = root.resolve("whole.mp4");
    VideoWriter.write(film, Frames.black(16, 64, 64, 16), Encoding.FINE, Tags.NONE);
    byte[] bytes = Files.readAllBytes(film);
    Files.delete(film);
    var kinds =
        List.of(
            new JobKind("film", (_, work) -> work.put("film.mp4", bytes)),
            new JobKind("image", (_, work) -> work.put("image.png", Forgeries.picture(64, 64))));
    var settings = StudioSettings.local(root.resolve("data")).withPort(0);
    var before = files(Path.of("").toAbsolutePath());
    try (var canary = Canary.open();
        var server = StudioServer.open(settings, kinds)) {
      var requests = new HostileRequests(ids(server), canary.address(), bytes);
      var statuses = new TreeMap<Integer, Integer>();
      var faults = new ArrayList<Long>();
      long start = System.nanoTime();
      long heapBefore = 0;
      for (int i = 0; i < count; i++) {
        int status = status(server.port(), requests.request(seed + i));
        statuses.merge(status, 1, Integer::sum);
        if (status >= 500) {
          faults.add(seed + i);
        }
        if (i == Math.min(WARM, count / 2)) {
          heapBefore = heap();
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      var strange = new ArrayList<>(files(Path.of("").toAbsolutePath()));
      strange.removeAll(before);
      strange.addAll(files(root).stream().filter(file -> !file.startsWith("data/")).toList());
      strange.addAll(files(root.resolve("data/uploads")));
      return new HostileRun(statuses, faults, canary.calls(), strange, heapBefore, heap(), seconds);
    }
  }

  private static List<String> ids(StudioServer server) {
    var ids =
        Stream.of("a red ball", "a blue ball")
            .map(
                prompt ->
                    server
                        .jobs()
                        .submit(new Order(FilmRequest.of(prompt), Cast.tiny(), 0).job())
                        .id())
            .toList();
    while (!ids.stream().allMatch(id -> server.jobs().find(id).orElseThrow().state().isFinal())) {
      OpenStudio.pause(20);
    }
    return Stream.concat(ids.stream(), Stream.of("0123456789abcdefghjkmn", "..", "x")).toList();
  }

  /** The status of the answer; what follows is not waited for. */
  private static int status(int port, byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (IOException _) {
        // Refused before all was said; the answer says why.
      }
      var head = socket.getInputStream().readNBytes(12);
      var line = new String(head, StandardCharsets.ISO_8859_1);
      if (line.startsWith("HTTP/1.1 100")) {
        return 100;
      }
      return head.length == 12 ? Integer.parseInt(line.substring(9)) : 0;
    } catch (SocketException _) {
      return 0;
    }
  }

  private static List<String> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
