package moviegen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of the page, into {@code -Dmoviegen.screenshots=docs/studio}, else below target. */
final class ScreenshotsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("moviegen.screenshots", "target/screenshots"));

  private static final List<String> REQUESTS =
      List.of(
          "{'prompt': 'a red ball bounces on a beach at sunset'}",
          "{'prompt': 'a yellow star falls in a city at night', 'seconds': 1}",
          "{'prompt': 'an orange fish floats in the mountains, watercolor', 'kind': 'image'}",
          "{'prompt': 'a blue rocket flies over a snowfield', 'aspect': '3:4', 'seconds': 1}",
          "{'prompt': 'a pink cat walks left in a meadow', 'aspect': '16:9', 'seconds': 1}");

  @Test
  void thePageIsShownInLightInDarkAndOnAPhone() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(300_000);
    Files.createDirectories(FOLDER);
    try (var studio = OpenStudio.start();
        var browser = Chromium.start()) {
      for (var request : REQUESTS) {
        ask(studio, request.replace('\'', '"'));
      }
      var page = browser.open(studio.address() + "#/films");
      assertThat(page.locator(".card")).hasCount(REQUESTS.size());
      picture(page, "films");

      page.navigate(studio.address() + "#/");
      assertThat(page.locator(".section").first().locator(".card")).hasCount(REQUESTS.size());
      page.getByLabel("Your film in a sentence").fill("a red ball bounces on a beach at sunset");
      assertThat(page.getByText("Add a style")).isVisible();
      picture(page, "light");

      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      page.getByLabel("Your film in a sentence").fill("a purple sloth waves in a forest");
      assertThat(page.getByText("is not among its words")).isVisible();
      picture(page, "dark");

      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      page.setViewportSize(390, 844);
      page.getByLabel("Your film in a sentence").fill("a red ball bounces on a beach at sunset");
      picture(page, "phone");

      page.setViewportSize(1280, 900);
      page.getByLabel("Length").fill("8");
      page.locator("button[type=submit]").click();
      assertThat(page.locator(".stage .preview img")).isVisible();
      page.waitForTimeout(1_500);
      picture(page, "making");
      page.locator(".stage").getByText("Cancel").click();
      assertThat(page.locator(".stage h3")).hasText("Canceled");
    }
    assertThat(FOLDER.resolve("phone.png")).isNotEmptyFile();
  }

  private static void ask(OpenStudio studio, String body) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(studio.address() + "api/jobs"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
  }

  private static void picture(Page page, String name) {
    page.waitForFunction("document.fonts.status === 'loaded'");
    page.waitForTimeout(500);
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
