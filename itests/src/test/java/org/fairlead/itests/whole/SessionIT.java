package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session begins once and ends on both sides. */
@ExtendWith(WholeStack.class)
class SessionIT {

    @Test
    void loggingOutEndsTheSessionAtKeycloakToo(Console console) {
        // given
        Page page = console.logIn("nora");

        // when
        page.locator("#person-button").click();
        page.locator("#log-out button").click();
        page.waitForLoadState();
        console.open(page, "/portal.xhtml");

        // then
        assertThat(page.locator("#password")).isVisible();
    }

    @Test
    void anAgentHasOneLiveDesk(Console console) {
        // given
        Page first = console.logIn("maricel");
        assertThat(first.locator("#idle")).isVisible();

        // when
        Page second = console.logIn("maricel");

        // then
        assertThat(second.locator("#idle")).isVisible();
        assertThat(first.locator("#superseded")).isVisible();
    }
}
