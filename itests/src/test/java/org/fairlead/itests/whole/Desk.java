package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The agent's desktop under a hand that has a keyboard and nothing else. */
final class Desk {

    private final Page page;

    Desk(Page page) {
        this.page = page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** The agent is free for the next contact. */
    void becomeReady() {
        assertThat(page.locator("#idle")).isVisible();
        if (page.locator("#be-ready").isVisible()) {
            press("a");
        }
        assertThat(page.locator("#idle.ready")).isVisible();
    }

    /** Twice, as the page asks for it; from inside a field too. */
    void hangUp() {
        assertThat(page.locator("#controls")).isVisible();
        assertThat(page.locator("#picks")).isVisible();
        // a call that is not connected yet has no wrap-up
        assertThat(page.locator("#controls [data-act=transfer]:not([disabled])"))
                .isVisible();
        press("Escape");
        press("Escape");
        assertThat(page.locator("#save-words"))
                .hasText(page.evaluate("JSON.parse(document.getElementById('words').textContent)['desk.save']")
                        .toString());
    }

    /** Two keys, whatever was read: the result's digit, and Enter. */
    void closeWith(String digit) {
        press(digit);
        press("Enter");
        assertThat(page.locator("#work")).isHidden();
        assertThat(page.locator("#idle")).isVisible();
    }

    /** Goes to a break, so that no later test's call comes to a desk where nobody sits. */
    void leave() {
        choose("BREAK");
        assertThat(page.locator("#be-ready")).isVisible();
    }

    /** A state from the menu; with a contact at hand it begins when that is closed. */
    void choose(String presence) {
        Locator choice = page.locator("#presence-menu [data-presence=" + presence + "]");
        press(".");
        // the menu takes the focus itself, a moment after it is there
        assertThat(page.locator("#presence-menu .choice:focus")).hasCount(1);
        choice.focus();
        assertThat(choice).isFocused();
        press("Enter");
        assertThat(page.locator("#presence-menu")).isHidden();
    }
}
