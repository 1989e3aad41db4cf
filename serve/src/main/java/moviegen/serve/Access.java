package moviegen.serve;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. Without a token, this machine alone: a request must come under a name of the
 * loopback address, so that no page elsewhere reaches us by renaming itself. With one, whoever has
 * it. What changes something must not come from a page of another origin, unless that is allowed.
 */
final class Access {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String CHALLENGE = "Bearer realm=\"moviegen\", Basic realm=\"moviegen\"";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
              + " media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self';"
              + " manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=(), interest-cohort=()");

  private final Optional<byte[]> token;
  private final Set<String> origins;
  private final Set<String> hosts;

  Access(StudioSettings settings) {
    token = settings.token().map(Access::digest);
    origins = settings.origins();
    hosts = LOOPBACK;
  }

  /** Lets a request pass or refuses it. */
  void check(Context context) {
    HEADERS.forEach(context::header);
    boolean allowed = allowOrigin(context);
    boolean preflight = allowed && context.method().name().equals("OPTIONS");
    context.header("Cross-Origin-Resource-Policy", allowed ? "cross-origin" : "same-origin");
    if (preflight) {
      context.status(204).skipRemainingHandlers();
      return;
    }
    if (token.isPresent()) {
      checkToken(context, token.get());
    } else {
      checkHost(context);
    }
    if (!allowed && !READING.contains(context.method().name())) {
      checkSameOrigin(context);
    }
  }

  private boolean allowOrigin(Context context) {
    var origin = Optional.ofNullable(context.header("Origin")).filter(origins::contains);
    if (!origins.isEmpty()) {
      context.header("Vary", "Origin");
    }
    origin.ifPresent(
        name -> {
          context.header("Access-Control-Allow-Origin", name);
          context.header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
          context.header(
              "Access-Control-Allow-Headers",
              "Authorization, Content-Type, Last-Event-ID, Range, OpenAI-Organization,"
                  + " OpenAI-Project, X-Stainless-Retry-Count, X-Stainless-Timeout");
          context.header(
              "Access-Control-Expose-Headers", "Content-Range, Accept-Ranges, Location, ETag");
          context.header("Access-Control-Max-Age", "600");
        });
    return origin.isPresent();
  }

  private static void checkToken(Context context, byte[] expected) {
    var header = Optional.ofNullable(context.header("Authorization")).orElse("");
    if (!MessageDigest.isEqual(expected, digest(said(header)))) {
      context.header("WWW-Authenticate", CHALLENGE);
      throw new Refusal(
          401,
          "invalid_api_key",
          "This studio asks for its token: as the API key, or as the password in a browser.");
    }
  }

  private static String said(String header) {
    var words = header.strip().split(" +", 2);
    if (words.length < 2) {
      return "";
    }
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> words[1];
      case "basic" -> password(words[1]);
      default -> "";
    };
  }

  private static String password(String encoded) {
    try {
      var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /** Of one length for all texts, so that a comparison takes one time for all. */
  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void checkHost(Context context) {
    var host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
    if (!hosts.contains(host.replaceFirst(":[0-9]{1,5}$", ""))) {
      throw new Refusal(
          403,
          "wrong_host",
          "This studio is here for this machine alone, under %s; got \"%s\"."
              .formatted(
                  String.join(", ", List.of("localhost", "127.0.0.1", "[::1]")),
                  Text.cut(host, 60)));
    }
  }

  private static void checkSameOrigin(Context context) {
    var origin = context.header("Origin");
    var site = Optional.ofNullable(context.header("Sec-Fetch-Site")).orElse("none");
    boolean foreign =
        origin == null
            ? site.equals("cross-site") || site.equals("same-site")
            : !authority(origin).equalsIgnoreCase(context.header("Host"));
    if (foreign) {
      throw new Refusal(
          403,
          "wrong_origin",
          "A page of another origin may change nothing here; --allow-origin allows one.");
    }
  }

  private static String authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority()).orElse("");
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
