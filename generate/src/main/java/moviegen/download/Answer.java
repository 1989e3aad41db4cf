package moviegen.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a server says to a request for a file, or for the rest of one.
 *
 * @param status of the last answer, after all redirections
 * @param from the first byte of the file that comes
 * @param total length of the whole file, where it says so
 * @param validator its strong ETag or its date, which tells whether it is still the same file
 * @param announced the sha256 that the hub states of the file
 * @param body the bytes
 */
record Answer(
    int status,
    long from,
    OptionalLong total,
    Optional<String> validator,
    Optional<String> announced,
    InputStream body)
    implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
  private static final Pattern HASH = Pattern.compile("\"?([0-9a-f]{64})\"?");

  static Answer of(HttpResponse<InputStream> response, Optional<String> linkedTag, InputStream body)
      throws DownloadFailed {
    var headers = response.headers();
    String type = headers.firstValue("Content-Type").orElse("");
    boolean good = response.statusCode() == 200 || response.statusCode() == 206;
    if (good && type.startsWith("text/html")) {
      throw new DownloadFailed(
          "%s answers with a web page instead of the file.".formatted(response.uri()));
    }
    String coding = headers.firstValue("Content-Encoding").orElse("identity");
    if (good && !coding.equals("identity")) {
      throw new DownloadFailed(
          "%s sends the file coded as \"%s\", expected it as it is."
              .formatted(response.uri(), coding));
    }
    var range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    boolean partial = response.statusCode() == 206;
    if (partial && !range.matches()) {
      throw new DownloadFailed(
          "%s sends a part of the file and does not say which.".formatted(response.uri()));
    }
    var length = headers.firstValueAsLong("Content-Length");
    return new Answer(
        response.statusCode(),
        partial ? Long.parseLong(range.group(1)) : 0,
        partial ? OptionalLong.of(Long.parseLong(range.group(3))) : length,
        headers
            .firstValue("ETag")
            .filter(tag -> tag.startsWith("\""))
            .or(() -> headers.firstValue("Last-Modified")),
        linkedTag.map(HASH::matcher).filter(hash -> hash.matches()).map(hash -> hash.group(1)),
        body);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
