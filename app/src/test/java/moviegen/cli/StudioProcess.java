package moviegen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command {@code studio} in a process of its own, and a client of it. */
record StudioProcess(Process process, URI address, HttpClient client) implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern OPEN = Pattern.compile("is open at (http://[^ ,]+),");

  /** Starts a studio on a free port, and waits until it listens. */
  static StudioProcess start(Path folder, Path cast) throws IOException, InterruptedException {
    var said = folder.resolve("said.txt");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "moviegen.cli.Main",
            "studio",
            "--port=0",
            "--data=" + data(folder),
            "--cast=" + cast);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    var process = builder.redirectOutput(said.toFile()).start();
    for (int i = 0; i < 2_000 && process.isAlive(); i++) {
      var open = OPEN.matcher(Files.readString(said, UTF_8));
      if (open.find()) {
        return new StudioProcess(process, URI.create(open.group(1)), HttpClient.newHttpClient());
      }
      Thread.sleep(30);
    }
    process.destroyForcibly();
    throw new AssertionError("The studio did not open: " + Files.readString(said, UTF_8));
  }

  static Path data(Path folder) {
    return folder.resolve("data");
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(client.send(request(path).build(), BodyHandlers.ofInputStream()).body());
  }

  /** Posts JSON; an {@link IOException} where the studio is gone. */
  JsonNode post(String path, String json) throws IOException, InterruptedException {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return JSON.readTree(client.send(request, BodyHandlers.ofInputStream()).body());
  }

  /** What happens to all jobs from now on. */
  Stream<JsonNode> events() throws IOException, InterruptedException {
    return client
        .send(request("/api/events").build(), BodyHandlers.ofLines())
        .body()
        .filter(line -> line.startsWith("data: "))
        .map(line -> parse(line.substring("data: ".length())));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  /** SIGKILL. */
  void kill() {
    var _ = process.destroyForcibly().onExit().join();
    client.shutdownNow();
  }

  /** SIGTERM, which closes it in good order. */
  @Override
  public void close() {
    client.shutdownNow();
    process.destroy();
    var _ = process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
