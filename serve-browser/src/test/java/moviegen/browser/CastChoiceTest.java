package moviegen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import moviegen.generate.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A studio of two casts, the second of which does not say what it draws. */
final class CastChoiceTest {
  @TempDir Path folder;

  @Test
  void thePageKeepsToTheCastThatIsChosen() throws IOException {
    var casts = List.of("tiny", second().toString());
    try (var studio = OpenStudio.start(settings -> settings.withCasts(casts).withoutWorker());
        var browser = Chromium.start()) {
      var page = browser.open(studio.address());
      assertThat(page.getByText("All words it draws")).isVisible();
      var prompt = page.getByLabel("Your film in a sentence");
      prompt.fill("a purple sloth waves in a forest");
      assertThat(page.getByText("is not among its words")).isVisible();

      page.locator("#cast").selectOption("second");
      assertThat(page.getByText("is not among its words")).isHidden();
      assertThat(page.getByText("All words it draws")).isHidden();
      prompt.press("Enter");
      assertThat(page.locator(".stage").getByRole(AriaRole.PROGRESSBAR)).isVisible();

      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Queue")).click();
      page.getByText("a purple sloth waves in a forest").first().click();
      assertThat(page.getByText("Cast: second").last()).isVisible();
      page.getByText("Change it").click();
      assertThat(page.locator("#cast")).hasValue("second");
      org.assertj.core.api.Assertions.assertThat(browser.complaints()).isEmpty();
    }
  }

  private Path second() throws IOException {
    var tiny = Cast.tiny().folder();
    var json = new JsonMapper();
    var index = (ObjectNode) json.readTree(tiny.resolve("cast.json").toFile());
    index.put("name", "second").withObject("/parts").remove("words");
    json.writeValue(folder.resolve("cast.json").toFile(), index);
    for (var part : index.path("parts")) {
      var file = part.path("file").asText();
      Files.createSymbolicLink(folder.resolve(file), tiny.resolve(file));
    }
    return folder;
  }
}
