package moviegen.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The other end of a download. Asks for files and follows redirections itself: a few, to the web
 * alone, and never from an address with https to one without.
 */
final class Server implements AutoCloseable {
  private static final int REDIRECTIONS = 5;
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Duration silence;

  Server(Duration silence) {
    this.silence = silence;
  }

  /**
   * Asks for a file from a byte on.
   *
   * @param validator what the file was when its first bytes came; another one is sent whole
   */
  Answer open(URI file, long from, Optional<String> validator) throws IOException {
    var address = file;
    Optional<String> linkedTag = Optional.empty();
    for (int i = 0; i <= REDIRECTIONS; i++) {
      var response = send(address, from, validator);
      if (response.statusCode() / 100 != 3) {
        var body = new WatchedBody(response.body(), silence);
        try {
          return Answer.of(response, linkedTag, body);
        } catch (DownloadFailed e) {
          body.close();
          throw e;
        }
      }
      response.body().close();
      linkedTag = linkedTag.or(() -> response.headers().firstValue("X-Linked-ETag"));
      address = next(address, response.headers().firstValue("Location").orElse(""));
    }
    throw new DownloadFailed(
        "%s leads on and on: more than %d redirections.".formatted(file, REDIRECTIONS));
  }

  /** Where a redirection leads. */
  static URI next(URI from, String location) throws DownloadFailed {
    try {
      var to = from.resolve(location);
      boolean safe = "https".equals(to.getScheme()) || from.getScheme().equals(to.getScheme());
      if (!location.isBlank() && safe && to.getHost() != null) {
        return to;
      }
    } catch (IllegalArgumentException _) {
      // Not an address at all.
    }
    throw new DownloadFailed(
        "%s leads to \"%s\", which is no safe address of a file.".formatted(from, location));
  }

  private HttpResponse<InputStream> send(URI address, long from, Optional<String> validator)
      throws IOException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(silence)
            .header("User-Agent", "moviegen")
            .header("Accept-Encoding", "identity");
    if (from > 0) {
      request.header("Range", "bytes=%d-".formatted(from));
      validator.ifPresent(value -> request.header("If-Range", value));
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DownloadFailed("The download was interrupted.", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
