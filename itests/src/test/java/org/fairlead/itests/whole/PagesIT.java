package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fairlead.itests.stack.SimulatorControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: everyone can use it, and it speaks the reader's language. */
@ExtendWith(WholeStack.class)
class PagesIT {

    private static final Pattern KEY = Pattern.compile("\\b[a-z]+(\\.[A-Za-z_-]+)+\\b");

    @ParameterizedTest
    @CsvSource({
        "sena, /floor.xhtml",
        "sena, /lending.xhtml",
        "sena, /line.xhtml",
        "bora, /shifts.xhtml",
        "bora, /stakes.xhtml",
        "bora, /campaigns.xhtml",
        "bora, /campaign.xhtml?id=01970000-0004-7000-8000-000000000301",
        "giulia, /portal.xhtml",
        "giulia, /portal-contacts.xhtml",
        "bora, /people.xhtml",
        "bora, /forwarding.xhtml?of=01970000-0005-7000-8000-000000000001",
        "bora, /sites.xhtml",
        "sena, /voicemail.xhtml",
        "bora, /clients.xhtml",
        "bora, /set-up.xhtml?part=BRAND&of=01970000-0001-7000-8000-000000000101",
        "bora, /set-up.xhtml?part=QUEUE&of=01970000-0003-7000-8000-000000000101",
        "bora, /set-up.xhtml?part=MASKING&of=1/0",
        "bora, /queue.xhtml?of=01970000-0003-7000-8000-000000000101",
        "bora, /campaign-settings.xhtml",
        "bora, /campaign.xhtml?id=01970000-0004-7000-8000-000000000301&tab=leads",
        "bora, /scripts.xhtml",
        "giulia, /knowledge.xhtml",
        "sena, /knowledge.xhtml",
        "bora, /pacing.xhtml?id=01970000-0004-7000-8000-000000000301",
        "bora, /campaigns.xhtml?sort=leads&order=desc",
        "clara, /campaign.xhtml?id=01970000-0004-7000-8000-000000000301&tab=attempts&sort=when",
        "bora, /strategies.xhtml?of=01970000-000b-7000-8000-000000000201",
        "sena, /scores.xhtml",
        "bora, /portfolios.xhtml",
        "bora, /authority.xhtml",
        "sena, /tasks.xhtml",
        "clara, /debt-law.xhtml?country=TR&on=FIRST",
        "clara, /debt-law.xhtml?country=GB&kind=BREATHING_SPACE",
        "selin, /collection-reports.xhtml?measure=LIQUIDATION",
        "clara, /compliance.xhtml",
        "clara, /registers.xhtml",
        "clara, /wishes.xhtml",
        "clara, /rules.xhtml?j=US&id=US-TM-HRS",
        "clara, /evidence.xhtml?client=2&number=%2B905321110023&j=TR"
    })
    void noPageKeepsAnyoneOut(String login, String path, Console console) {
        // given
        Page page = console.logIn(login);

        // when
        console.open(page, path);

        // then
        assertThat(page.locator("main h2, main table, main .card").first()).isVisible();
        Barriers.assertNone(page);

        // when
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        // then
        Barriers.assertNone(page);

        // when a telephone's width, or a page that is blown up to 400 %
        page.setViewportSize(320, 900);

        // then it is read downwards; wide tables scroll inside (WCAG 1.4.10)
        assertThat(page.evaluate("document.scrollingElement.scrollWidth - innerWidth"))
                .as("pixels beside the window")
                .isEqualTo(0);
        assertThat(page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.getElementById('content'))"))
                .as("pixels beside the page")
                .isEqualTo(0);
        assertThat(console.complaints()).isEmpty();
    }

    /** Whoever types an address without what it asks for sees the first thing there is, or that it is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"bora", "sena", "giulia", "clara", "olga"})
    void everyPageAnswersWithoutParametersAndEachScriptRuns(String login, Console console) throws Exception {
        // given
        Page page = console.logIn(login);
        List<String> paths = pages();

        for (String path : paths) {
            // when
            Response answer = page.navigate(page.evaluate("location.origin") + path);

            // then
            assertThat(answer.status()).as("%s as %s", path, login).isIn(200, 403, 404);
        }
        assertThat(console.complaints()).isEmpty();
        assertThat(paths).contains("/rules.xhtml", "/knowledge.xhtml");
    }

    @Test
    void anArticleIsWrittenOnItsPageByWhoMayAndReadByTheOthers(Console console) {
        // given
        String title = "Prova " + UUID.randomUUID();
        Page author = console.logIn("giulia");
        console.open(author, "/knowledge.xhtml");

        // when
        author.locator("#articles\\:create").click();
        // the dialog puts the cursor there by itself, and takes it from whoever writes before
        assertThat(author.locator("#edit input[id$=title]").first()).isFocused();
        author.locator("#edit input[id$=title]").first().fill(title);
        author.locator("#edit textarea").first().fill("Parole.");
        author.locator("#edit\\:save").click();

        // then
        assertThat(author.locator("#articles\\:list")).containsText(title);
        Page reader = console.logIn("sena");
        console.open(reader, "/knowledge.xhtml?program=01970000-0002-7000-8000-000000000101");
        assertThat(reader.locator("#articles\\:list")).containsText(title);
        assertThat(reader.locator("#articles button")).hasCount(0);

        // when
        author.locator("#articles\\:list li").last().locator("button").click();
        author.locator("#edit\\:remove").click();

        // then
        assertThat(author.locator("#articles\\:list")).not().containsText(title);
        assertThat(console.complaints()).isEmpty();
    }

    private static List<String> pages() throws Exception {
        Path folder = Path.of(System.getProperty("fairlead.checkout", ".."), "web/src/main/webapp");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> "/" + file.getFileName())
                    .filter(name -> name.endsWith(".xhtml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theDeskKeepsNobodyOutWhileItRestsRingsAndWorks(Console console, SimulatorControl customers) throws Exception {
        // given
        Page page = console.logIn("besa");
        Desk desk = new Desk(page);
        desk.becomeReady();

        // when
        Barriers.assertNone(page);
        customers.call("+390280001001", "+393388214460", 300);

        // then
        assertThat(page.locator("#offer")).isVisible();
        Barriers.assertNone(page);

        // when
        desk.press("Enter");

        // then
        assertThat(page.locator("#picks")).isVisible();
        Barriers.assertNone(page);
        desk.hangUp();
        Barriers.assertNone(page);
        desk.closeWith("3");
        desk.leave();
    }

    @ParameterizedTest
    @CsvSource({
        "bora, en, /campaigns.xhtml, Campaigns",
        "sena, tr, /floor.xhtml, Saha",
        "sena, tr, /clients.xhtml, düzey",
        "sena, tr, /people.xhtml, Türkçe",
        "giulia, it, /knowledge.xhtml, Schede",
        "sena, tr, /campaign-settings.xhtml, Nasıl arar",
        "giulia, it, /portal.xhtml, Livello di servizio",
        "clara, en, /rules.xhtml, Rules",
        "sena, tr, /strategies.xhtml, Sürümler",
        "giulia, it, /collection-reports.xhtml, portafoglio",
        "clara, en, /registers.xhtml, Registers",
        "clara, en, /evidence.xhtml, Evidence",
        "olga, ru, /desk.xhtml, Вы недоступны"
    })
    void aPageSpeaksTheReadersLanguageAndShowsNoKey(
            String login, String language, String path, String word, Console console) {
        // given
        Page page = console.logIn(login);

        // when
        console.open(page, path);

        // then
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("main h2, main table, main .card").first()).isVisible();
        String shown = page.locator("body")
                .evaluate(
                        """
                body => [body.innerText, ...[...body.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap(
                    one => ['aria-label', 'title', 'placeholder'].map(name => one.getAttribute(name) ?? ''))].join('\\n')
                """)
                .toString();
        assertThat(page.locator("body")).containsText(word);
        assertThat(shown).doesNotContain("???");
        assertThat(KEY.matcher(shown).results().map(MatchResult::group)).isEmpty();
        assertThat(console.complaints()).isEmpty();
    }
}
