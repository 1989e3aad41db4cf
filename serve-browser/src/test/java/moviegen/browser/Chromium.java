package moviegen.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The system's Chromium with an empty profile, and what its pages asked for and complained about.
 */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM =
      Path.of(System.getProperty("moviegen.chromium", "/usr/bin/chromium"));
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final BrowserContext context;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<URI> requests = new CopyOnWriteArrayList<>();

  Chromium(Path profile) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    context =
        playwright
            .chromium()
            .launchPersistentContext(
                profile,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(PROGRAM)
                    .setHeadless(true)
                    .setAcceptDownloads(true)
                    .setViewportSize(1280, 900)
                    .setColorScheme(ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.NO_PREFERENCE)
                    .setArgs(FLAGS));
    context.setDefaultTimeout(240_000);
  }

  static Chromium start() {
    try {
      return new Chromium(Files.createTempDirectory("chromium"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Page open(String address) {
    var page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(URI.create(request.url())));
    page.navigate(address);
    return page;
  }

  /** Errors in the console, of which a policy that was broken is one. */
  List<String> complaints() {
    return complaints;
  }

  /** Everything that was asked for over a network. */
  List<URI> requests() {
    return requests.stream().filter(uri -> uri.getScheme().startsWith("http")).toList();
  }

  @Override
  public void close() {
    context.close();
    playwright.close();
  }
}
