package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fairlead.itests.stack.SimulatorControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every page: everyone can use it, and it speaks the reader's language. */
@ExtendWith(WholeStack.class)
class PagesIT {

    private static final Pattern KEY = Pattern.compile("\\b[a-z]+(\\.[A-Za-z_-]+)+\\b");

    @ParameterizedTest
    @CsvSource({
        "sena, /floor.xhtml",
        "sena, /lending.xhtml",
        "bora, /campaigns.xhtml",
        "bora, /campaign.xhtml?id=01970000-0004-7000-8000-000000000301",
        "giulia, /portal.xhtml",
        "giulia, /portal-contacts.xhtml",
        "bora, /people.xhtml",
        "bora, /clients.xhtml",
        "bora, /set-up.xhtml?part=BRAND&of=01970000-0001-7000-8000-000000000101",
        "bora, /set-up.xhtml?part=QUEUE&of=01970000-0003-7000-8000-000000000101",
        "bora, /set-up.xhtml?part=MASKING&of=1/0",
        "bora, /queue.xhtml?of=01970000-0003-7000-8000-000000000101",
        "bora, /campaign-settings.xhtml",
        "bora, /campaign.xhtml?id=01970000-0004-7000-8000-000000000301&tab=leads",
        "bora, /scripts.xhtml",
        "clara, /compliance.xhtml",
        "clara, /registers.xhtml",
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
        "sena, tr, /clients.xhtml, Merkezler",
        "sena, tr, /campaign-settings.xhtml, Nasıl arar",
        "giulia, it, /portal.xhtml, Livello di servizio",
        "clara, en, /rules.xhtml, Rules",
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
    }
}
