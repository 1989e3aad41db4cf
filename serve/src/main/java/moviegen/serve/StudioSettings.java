package moviegen.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import moviegen.queue.Quota;

/**
 * How a studio is opened.
 *
 * @param host name or address of the network interface; another than loopback needs a token
 * @param port 0 takes a free one
 * @param token what clients have to know
 * @param data folder for database, films and uploads
 * @param database {@code jdbc:postgresql://…}; else a file in the data folder
 * @param origins pages of other origins that may use it, such as {@code https://example.org}
 * @param casts names or folders; the first is used where a request names none
 * @param worker whether films are made in this process
 * @param quota how much it takes
 * @param steps of films whose order does not say how many; else as many as the cast has them
 */
public record StudioSettings(
    String host,
    int port,
    Optional<String> token,
    Path data,
    Optional<String> database,
    Set<String> origins,
    List<String> casts,
    boolean worker,
    Quota quota,
    Optional<Integer> steps) {
  /** Where a browser finds it. */
  public static final int PORT = 8450;

  private static final int SHORTEST_TOKEN = 16;
  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]{1,250}");

  public StudioSettings {
    origins = Set.copyOf(origins);
    casts = List.copyOf(casts);
    require(port >= 0 && port <= 65_535, "A port is 0 to 65535, got %d.".formatted(port));
    require(!host.isBlank(), "A studio needs a host, such as 127.0.0.1.");
    require(!casts.isEmpty(), "A studio has at least one cast.");
    steps.ifPresent(
        count -> require(count > 0, "A film has at least one step, got %d.".formatted(count)));
    for (var origin : origins) {
      require(
          ORIGIN.matcher(origin).matches(),
          "An origin is such as https://example.org, got \"%s\".".formatted(origin));
    }
    token.ifPresent(
        secret ->
            require(
                secret.length() >= SHORTEST_TOKEN
                    && secret.chars().allMatch(c -> c > 32 && c < 127),
                "A token has at least %d letters, digits and signs without spaces, got %d."
                    .formatted(SHORTEST_TOKEN, secret.length())));
    require(
        token.isPresent() || isLoopback(host),
        "At %s others reach this studio too, so it needs --token.".formatted(host));
  }

  /** On this machine alone, with the tiny cast. */
  public static StudioSettings local(Path data) {
    return new StudioSettings(
        "127.0.0.1",
        PORT,
        Optional.empty(),
        data,
        Optional.empty(),
        Set.of(),
        List.of("tiny"),
        true,
        Quota.STANDARD,
        Optional.empty());
  }

  public StudioSettings withHost(String name) {
    return new StudioSettings(
        name, port, token, data, database, origins, casts, worker, quota, steps);
  }

  public StudioSettings withPort(int number) {
    return new StudioSettings(
        host, number, token, data, database, origins, casts, worker, quota, steps);
  }

  public StudioSettings withToken(String secret) {
    return new StudioSettings(
        host, port, Optional.of(secret), data, database, origins, casts, worker, quota, steps);
  }

  public StudioSettings withDatabase(String url) {
    return new StudioSettings(
        host, port, token, data, Optional.of(url), origins, casts, worker, quota, steps);
  }

  public StudioSettings withOrigins(Set<String> pages) {
    return new StudioSettings(
        host, port, token, data, database, pages, casts, worker, quota, steps);
  }

  public StudioSettings withCasts(List<String> names) {
    return new StudioSettings(
        host, port, token, data, database, origins, names, worker, quota, steps);
  }

  public StudioSettings withQuota(Quota limits) {
    return new StudioSettings(
        host, port, token, data, database, origins, casts, worker, limits, steps);
  }

  public StudioSettings withSteps(int count) {
    return new StudioSettings(
        host, port, token, data, database, origins, casts, worker, quota, Optional.of(count));
  }

  public StudioSettings withoutWorker() {
    return new StudioSettings(
        host, port, token, data, database, origins, casts, false, quota, steps);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("There is no network address \"%s\".".formatted(host), e);
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
