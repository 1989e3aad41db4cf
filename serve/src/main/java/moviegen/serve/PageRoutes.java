package moviegen.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The page, from the program's own resources. */
final class PageRoutes {
  private static final Pattern PATH =
      Pattern.compile("(?:[A-Za-z0-9_-]+/){0,6}[A-Za-z0-9_-][A-Za-z0-9._-]*\\.([a-z0-9]{2,5})");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  /** A file of the page, and what tells it from another version. */
  private record Leaf(byte[] bytes, String type, String tag) {}

  private final Map<String, Leaf> leaves = new ConcurrentHashMap<>();

  void add(RoutesConfig routes) {
    routes
        .get("/", this::index)
        .head("/", this::index)
        .get("/<path>", context -> send(context, context.pathParam("path")));
  }

  private void index(Context context) {
    send(context, "index.html");
  }

  private void send(Context context, String path) {
    var leaf = leaf(path).orElseThrow(() -> nothing(context.path()));
    context.contentType(leaf.type).header("ETag", leaf.tag).header("Cache-Control", "no-cache");
    context.header("Accept-Ranges", "bytes");
    if (leaf.tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    var range = Range.parse(Optional.ofNullable(context.header("Range")), leaf.bytes.length);
    range.ifPresentOrElse(
        part ->
            context
                .status(206)
                .header(
                    "Content-Range",
                    "bytes %d-%d/%d".formatted(part.first(), part.last(), leaf.bytes.length))
                .result(Arrays.copyOfRange(leaf.bytes, (int) part.first(), (int) part.last() + 1)),
        () -> context.result(leaf.bytes));
  }

  static Refusal nothing(String path) {
    return new Refusal(404, "not_found", "There is nothing at %s.".formatted(Text.cut(path, 80)));
  }

  private Optional<Leaf> leaf(String path) {
    var known = Optional.ofNullable(leaves.get(path));
    if (known.isPresent()) {
      return known;
    }
    var match = PATH.matcher(path);
    if (path.length() > 200 || !match.matches() || !TYPES.containsKey(match.group(1))) {
      return Optional.empty();
    }
    var read =
        Resource.read("/web/" + path)
            .map(bytes -> new Leaf(bytes, TYPES.getOrDefault(match.group(1), ""), tag(bytes)));
    read.ifPresent(leaf -> leaves.put(path, leaf));
    return read;
  }

  private static String tag(byte[] bytes) {
    var sum = new CRC32();
    sum.update(bytes);
    return "\"%x-%x\"".formatted(bytes.length, sum.getValue());
  }
}
