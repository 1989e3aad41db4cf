package moviegen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with the page, in a real browser on a real studio. */
final class StudioPageTest {
  private static final String PROMPT = "a red ball bounces on a beach at sunset";
  private static final Pattern FILM = Pattern.compile(".*#/film/.+");

  private static OpenStudio studio;
  private static Chromium browser;
  private Page page;

  @BeforeAll
  static void open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(240_000);
    studio = OpenStudio.start();
    browser = Chromium.start();
  }

  @AfterAll
  static void close() {
    browser.close();
    studio.close();
  }

  @BeforeEach
  void openPage() {
    page = browser.open(studio.address());
    page.evaluate("localStorage.clear(); sessionStorage.clear()");
    page.reload();
  }

  @AfterEach
  void closePage() {
    page.close();
  }

  @Test
  void aFilmIsForeseenMadeWatchedFoundAgainAndMadeAgainTheSame() {
    assertThat(composer().getByText(Pattern.compile("Takes about \\d+ s"))).isVisible();
    make(PROMPT);
    assertThat(stage().getByRole(AriaRole.PROGRESSBAR)).isVisible();
    var preview =
        stage()
            .getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Preview: " + PROMPT));
    assertThat(preview).isVisible();
    assertThat(stage().locator("video")).hasCount(0);
    plays(stage());
    assertThat(stage().locator("video").evaluate("film => film.videoWidth")).isEqualTo(128);

    page.reload();
    link("Films").click();
    page.getByPlaceholder("Search the prompts").fill("red beach");
    page.locator(".card-link").first().click();
    page.waitForURL(FILM);
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(PROMPT)))
        .isVisible();
    String first = page.url();
    byte[] film = content();

    button("Make again").click();
    page.waitForCondition(() -> !page.url().equals(first));
    plays(stage());
    assertThat(content()).isEqualTo(film);
    assertThat(page.getByText("the same, byte for byte")).isVisible();
  }

  @Test
  void aFilmOnItsWayIsCanceled() {
    slider().fill("16");
    make("a blue boat floats on a beach at night");
    stage().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel")).click();
    assertThat(stage().getByRole(AriaRole.HEADING)).hasText("Canceled");
    link("Queue").click();
    assertThat(page.getByText("Nothing waits")).isVisible();
  }

  @Test
  void anUnknownWordIsUnderlinedAndAKnownOneOffered() {
    prompt().fill("a red sloth bounces on a beach");
    assertThat(page.locator(".prompt-lines mark")).hasText("sloth");
    button("Use “cat”").click();
    assertThat(prompt()).hasValue("a red cat bounces on a beach");
    assertThat(page.locator(".prompt-lines mark")).hasCount(0);
  }

  @Test
  void aWordIsOfferedWhileItIsTyped() {
    prompt().pressSequentially("a red ball bou");
    button("bounces").click();
    assertThat(prompt()).hasValue("a red ball bounces ");
    assertThat(prompt()).isFocused();
  }

  @Test
  void anExampleLoadsItsWords() {
    button("Use this prompt: a yellow star floats in space").click();
    assertThat(prompt()).hasValue("a yellow star floats in space");
    assertThat(prompt()).isFocused();
  }

  @Test
  void aPictureIsMadeFromTheKeyboardAlone() {
    prompt().focus();
    page.keyboard().type("a green fish floats in space");
    page.keyboard().press("Enter");
    assertThat(stage().getByRole(AriaRole.PROGRESSBAR)).isVisible();
    plays(stage());

    picture().check();
    prompt().press("Enter");
    assertThat(stage().locator("img:not([alt^=Preview])")).isVisible();
  }

  @Test
  void threeVariationsStandSideBySide() {
    picture().check();
    make("a pink balloon floats in the desert");
    stage().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Vary")).click();
    page.waitForURL(FILM);
    var takes = page.locator(".grid.wide .card");
    assertThat(takes).hasCount(4);
    assertThat(takes.locator(".photo > img")).hasCount(4);
    assertThat(takes.locator(".card-facts a"))
        .hasText(new String[] {"Seed 1", "Seed 2", "Seed 3", "Seed 4"});
  }

  @Test
  void aDeletedFilmComesBackAndAFavoriteIsFound() {
    picture().check();
    make("a brown dog stands in the mountains");
    assertThat(stage().locator("img:not([alt^=Preview])")).isVisible();
    stage().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Favorite")).click();
    link("Films").click();
    button("Favorites").click();
    var card = page.locator(".card");
    assertThat(card).hasCount(1);
    card.hover();
    card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete")).click();
    assertThat(card).hasCount(0);
    button("Undo").click();
    assertThat(card).hasCount(1);
  }

  @Test
  void theGalleryOutlivesTheStudio() {
    picture().check();
    make("a white star spins in a forest");
    assertThat(stage().locator("img:not([alt^=Preview])")).isVisible();
    page.close();
    studio.restart();
    page = browser.open(studio.address() + "#/films");
    page.getByPlaceholder("Search the prompts").fill("white star");
    assertThat(page.locator(".card")).hasCount(1);
  }

  @Test
  void lightAndDarkAreSwitchedAndStay() {
    button("Switch to dark").click();
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    button("Switch to light").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
  }

  @Test
  void nothingMovesForWhoWantsLessMotion() {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.reload();
    assertThat(stage().locator("video")).isVisible();
    page.waitForTimeout(500);
    assertThat(stage().locator("video").evaluate("film => film.paused")).isEqualTo(true);
  }

  @Test
  void aPhoneScrollsInOneDirectionOnly() {
    page.setViewportSize(360, 740);
    for (var view : List.of("#/", "#/films", "#/queue")) {
      page.navigate(studio.address() + view);
      assertThat(page.locator("main h1")).isVisible();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(view).isEqualTo(360);
    }
  }

  @Test
  void everythingThatCanBePressedHasAName() {
    assertThat(page.locator(".card").first()).isVisible();
    var nameless =
        page.locator("button, a[href], input, textarea, video")
            .evaluateAll(
                """
                all => all.filter(one => !(one.closest("[aria-hidden=true]")
                    || one.getAttribute("aria-label") || one.textContent.trim()
                    || one.labels?.length || one.closest("label"))).map(one => one.outerHTML)
                """);
    assertThat((List<?>) nameless).isEmpty();
  }

  @Test
  void thePageAsksNobodyElseAndKeepsItsOwnPolicy() {
    assertThat(page.locator(".card").first()).isVisible();
    assertThat(browser.requests())
        .isNotEmpty()
        .allSatisfy(uri -> assertThat(uri.getHost()).isEqualTo("127.0.0.1"));
    assertThat(browser.complaints()).isEmpty();
  }

  private void make(String words) {
    prompt().fill(words);
    composer().locator("button[type=submit]").click();
  }

  private void plays(Locator where) {
    var video = where.locator("video");
    assertThat(video).isVisible();
    page.waitForCondition(() -> (Boolean) video.evaluate("film => film.currentTime > 0.1"));
  }

  private byte[] content() {
    var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("MP4"));
    return page.request().get(studio.address() + link.getAttribute("href").substring(1)).body();
  }

  private Locator composer() {
    return page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Make a film"));
  }

  private Locator prompt() {
    return page.getByLabel("Your film in a sentence");
  }

  private Locator picture() {
    return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Picture"));
  }

  private Locator slider() {
    return page.getByLabel("Length");
  }

  private Locator stage() {
    return page.locator(".stage");
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator link(String name) {
    return page.getByRole(AriaRole.NAVIGATION).getByText(name);
  }
}
