package moviegen.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * The address below which files are asked for: the hub where they are published, or a copy of it.
 */
public record Mirror(URI base) {
  /** Where the casts are published. */
  public static final Mirror HUB = new Mirror(URI.create("https://huggingface.co"));

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public Mirror {
    boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
    if (!web
        || base.getHost() == null
        || base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw wrong(base.toString());
    }
  }

  /** The mirror that the user named, else the one in the environment, else the hub. */
  public static Mirror of(Optional<String> named) {
    return named
        .or(() -> Optional.ofNullable(System.getenv("MOVIEGEN_MIRROR")))
        .filter(address -> !address.isBlank())
        .map(Mirror::parse)
        .orElse(HUB);
  }

  static Mirror parse(String address) {
    try {
      return new Mirror(new URI(address.strip().replaceAll("/+$", "")));
    } catch (URISyntaxException e) {
      throw wrong(address);
    }
  }

  private static IllegalArgumentException wrong(String address) {
    return new IllegalArgumentException(
        "A mirror is an address such as https://mirror.example, got \"%s\".".formatted(address));
  }

  /** Where this mirror has a file. */
  URI address(CastFile file) {
    return URI.create(
        "%s/%s/resolve/%s/%s".formatted(base, file.repository(), file.revision(), file.path()));
  }

  /** Whether what comes from here could have been changed on its way. */
  boolean open() {
    return base.getScheme().equals("http") && !LOOPBACK.contains(base.getHost());
  }
}
