package moviegen.serve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Requests that were right once, each spoiled in its own way; the same seed spoils them alike. */
final class HostileRequests {
  private static final int MOST_SPOILED = 4;
  private static final String[] JSON = {
    "{\"prompt\":\"a red ball\",\"seconds\":2,\"seed\":3,\"size\":\"128x128\"}",
    "{\"kind\":\"image\",\"prompt\":\"x\",\"aspect\":\"16:9\",\"steps\":5,\"guidance\":7.5}",
    "{\"prompt\":\"x\",\"n\":2,\"size\":\"1024x1024\",\"response_format\":\"url\",\"steps\":\"q\"}",
    "{\"prompt\":\"x\",\"model\":\"sora-2\",\"seconds\":\"4\",\"size\":\"1280x720\"}",
    "{\"prompt\":\"x\",\"video\":{\"id\":\"0123456789abcdefghjkmn\"}}",
    "{\"seed\":4,\"count\":2}",
    "{\"prompt\":\"zzz qqq\"}"
  };
  private static final String[] VALUES = {
    "null",
    "true",
    "[]",
    "{}",
    "-1",
    "0",
    "1e999",
    "99999999999999999999",
    "0.1",
    "\"\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"%s%n%x\"",
    "\"../../../../etc/passwd\"",
    "\"'; drop table jobs; --\"",
    "\"<script>\"",
    "\"file:///etc/passwd\"",
    "\"2147483648\"",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]",
    "NaN"
  };
  private static final String[] PATHS = {
    "/../../etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/app/../../index.html",
    "//etc/passwd",
    "/;/x",
    "/%00",
    "/%",
    "/%zz",
    "/%c0%ae%c0%ae/",
    "/\\..\\..\\x",
    "/api/jobs/..",
    "/api/jobs/%2e%2e/content",
    "/api/jobs/.parts/content",
    "/v1/videos/x;y=z/content",
    "/a.b.c.d.html",
    "/web/index.html",
    "/META-INF/MANIFEST.MF",
    "/moviegen/serve/openapi.yaml",
    "http://evil.example/",
    "*"
  };
  private static final String[] QUERIES = {
    "?limit=-1", "?limit=99999999999", "?after=%00", "?order=up", "?search=%ff%fe",
        "?search=%25%25%25",
    "?search='%20or%201=1", "?state=queued,,running", "?variant=../x", "?%", "?a=b&a=c&&&=",
        "?limit=1&limit=2"
  };
  private static final String[] HEADERS = {
    "Range: bytes=0-0,1-1,2-2",
    "Range: bytes=99999999999999999999-",
    "Range: bytes=--1",
    "Range: x",
    "Last-Event-ID: -1",
    "Last-Event-ID: 99999999999999999999",
    "Last-Event-ID: a\tb",
    "Accept: \u00ff",
    "Host: evil.example",
    "Host: ",
    "Origin: null",
    "Origin: http://[",
    "Authorization: Basic !!!!",
    "Authorization: Bearer",
    "Content-Type: multipart/form-data",
    "Content-Type: text/plain",
    "Content-Type: multipart/form-data; boundary=",
    "Content-Type: application/json; charset=utf-7",
    "Content-Length: -1",
    "Content-Length: 99999999999999999999",
    "Content-Length: 10737418240",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: gzip, chunked",
    "Expect: 100-continue",
    "Upgrade: websocket",
    "Connection: Upgrade, HTTP2-Settings",
    "If-None-Match: *",
    "Cookie: a=\u0001",
    "X-Forwarded-For: 127.0.0.1",
    "Content-Encoding: gzip",
    "TE: trailers",
    "X: " + "y".repeat(70_000)
  };
  private static final String[] METHODS = {
    "GET",
    "POST",
    "PUT",
    "DELETE",
    "HEAD",
    "OPTIONS",
    "PATCH",
    "TRACE",
    "CONNECT",
    "get",
    "PROPFIND",
    ""
  };

  private final List<String> ids;
  private final String canary;
  private final byte[] film;

  /**
   * @param ids of jobs that are there
   * @param canary an address that nobody may ever ask
   * @param film a film that is whole
   */
  HostileRequests(List<String> ids, String canary, byte[] film) {
    this.ids = ids;
    this.canary = canary;
    this.film = film;
  }

  /** The request of this number, byte by byte. */
  byte[] request(long seed) {
    var random = new Random(seed);
    var route = pick(random, Routes.ALL);
    String path = route.path().replace("0123456789abcdefghjkmn", pick(random, ids));
    String method = route.method();
    var headers = new ArrayList<String>();
    byte[] body = new byte[0];
    if (method.equals("POST") || method.equals("PUT")) {
      if (random.nextInt(3) == 0) {
        headers.add("Content-Type: multipart/form-data; boundary=frontier");
        body = form(random);
      } else {
        headers.add("Content-Type: application/json");
        body = json(random).getBytes(StandardCharsets.UTF_8);
      }
    }
    int spoiled = random.nextInt(MOST_SPOILED + 1);
    boolean length = true;
    for (int i = 0; i < spoiled; i++) {
      switch (random.nextInt(7)) {
        case 0 -> path = random.nextBoolean() ? pick(random, PATHS) : path + pick(random, PATHS);
        case 1 -> path = path + pick(random, QUERIES);
        case 2 -> headers.add(pick(random, HEADERS));
        case 3 -> method = pick(random, METHODS);
        case 4 -> body = noise(random, body);
        case 5 -> length = random.nextBoolean();
        default -> headers.add(0, pick(random, HEADERS));
      }
    }
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
      head.append("Host: localhost\r\n");
    }
    headers.forEach(line -> head.append(line).append("\r\n"));
    head.append("Connection: close\r\n");
    if (length) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    return random.nextInt(20) == 0 ? noise(random, request.toByteArray()) : request.toByteArray();
  }

  private static String json(Random random) {
    String json = pick(random, JSON);
    if (random.nextInt(3) > 0) {
      var fields = json.split(":", -1);
      int at = 1 + random.nextInt(fields.length - 1);
      fields[at] = fields[at].replaceFirst("^(\"[^\"]*\"|[^,}]*)", quoted(pick(random, VALUES)));
      json = String.join(":", fields);
    }
    return json;
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private byte[] form(Random random) {
    var form = new ByteArrayOutputStream();
    part(form, "prompt", "", "a red ball".getBytes(StandardCharsets.UTF_8));
    switch (random.nextInt(8)) {
      case 0 -> part(form, "video", "film.mp4", noise(random, film));
      case 1 -> part(form, "video", "../../film.mp4", Forgeries.playlist(canary));
      case 2 -> part(form, "video", "film.mp4", Forgeries.externalFilm(film, canary));
      case 3 -> part(form, "input_reference", "a.png", Forgeries.picture(50_000, 50_000));
      case 4 -> part(form, "input_reference", "", noise(random, Forgeries.picture(64, 64)));
      case 5 -> part(form, "input_reference[image_url]", "", text(canary));
      case 6 -> part(form, "video[id]", "", text(pick(random, ids)));
      default -> part(form, "seconds", "", text(pick(random, VALUES)));
    }
    part(form, "name", "", text("Ada"));
    form.writeBytes(text("--frontier--\r\n"));
    return form.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void part(ByteArrayOutputStream form, String name, String file, byte[] content) {
    form.writeBytes(
        text(
            "--frontier\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                .formatted(name, file.isEmpty() ? "" : "; filename=\"" + file + "\"")));
    form.writeBytes(content);
    form.writeBytes(text("\r\n"));
  }

  /** Some bytes changed, taken out, doubled, or all cut off from one on. */
  private static byte[] noise(Random random, byte[] bytes) {
    if (bytes.length == 0) {
      var some = new byte[random.nextInt(300)];
      random.nextBytes(some);
      return some;
    }
    var noisy = bytes.clone();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
    }
    int from = random.nextInt(noisy.length);
    return switch (random.nextInt(3)) {
      case 0 -> noisy;
      case 1 -> Arrays.copyOf(noisy, from);
      default -> Arrays.copyOfRange(noisy, from, noisy.length);
    };
  }

  private static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String pick(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
