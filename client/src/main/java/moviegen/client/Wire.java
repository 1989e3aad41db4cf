package moviegen.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Requests to a studio and their answers. */
record Wire(HttpClient http, String base, String token) implements AutoCloseable {
  static final JsonMapper JSON = new JsonMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LONGEST_TEXT = 1 << 22;

  static Wire to(URI address, String token) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) {
      throw new IllegalArgumentException(
          "A studio's address is such as http://127.0.0.1:8450, got \"%s\".".formatted(address));
    }
    var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    return new Wire(http, address.toString().replaceFirst("/+$", ""), token);
  }

  JsonNode get(String path) {
    return json(request(path).GET());
  }

  JsonNode post(String path, Map<String, Object> body) {
    var json = BodyPublishers.ofString(text(body));
    return json(request(path).header("Content-Type", "application/json").POST(json));
  }

  void delete(String path) {
    var _ = json(request(path).DELETE());
  }

  byte[] bytes(String path) {
    return send(request(path).GET(), BodyHandlers.ofByteArray());
  }

  void save(String path, Path file) {
    var folder = file.toAbsolutePath().getParent();
    try {
      var part = Files.createTempFile(folder, ".film", ".part");
      try {
        var _ = send(request(path).GET(), BodyHandlers.ofFile(part));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What happens from now on to the job under a path. */
  EventStream events(String path) throws IOException {
    var request = builder(path).header("Accept", "text/event-stream");
    return EventStream.over(exchange(request.GET(), BodyHandlers.ofInputStream()));
  }

  private HttpRequest.Builder request(String path) {
    return builder(path).timeout(PATIENCE);
  }

  private HttpRequest.Builder builder(String path) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode json(HttpRequest.Builder request) {
    var body = BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_TEXT);
    try {
      return JSON.readTree(send(request, body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The studio's answer is no JSON.", e);
    }
  }

  private <T> T send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return exchange(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T exchange(HttpRequest.Builder request, BodyHandler<T> body) throws IOException {
    try {
      var answer = http.send(request.build(), orRefusal(body));
      return answer.body().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Waiting for the studio was interrupted.");
    }
  }

  /** What an answer holds, or throws. */
  private interface Answer<T> {
    T get();
  }

  private static <T> BodyHandler<Answer<T>> orRefusal(BodyHandler<T> body) {
    return head ->
        head.statusCode() / 100 == 2
            ? HttpResponse.BodySubscribers.mapping(body.apply(head), value -> () -> value)
            : HttpResponse.BodySubscribers.mapping(
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_TEXT).apply(head),
                bytes ->
                    () -> {
                      throw new StudioException(
                          head.statusCode(), sentence(head.statusCode(), bytes));
                    });
  }

  private static String sentence(int status, byte[] problem) {
    try {
      return JSON.readTree(problem).path("detail").asText("The studio answered " + status + ".");
    } catch (IOException _) {
      return "The studio answered " + status + ".";
    }
  }

  private static String text(Map<String, Object> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
