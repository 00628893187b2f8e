package org.fairlead.itests.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WholeStack.class)
class LogInIT {

    @ParameterizedTest
    @CsvSource({
        "elif, /desk.xhtml",
        "sena, /floor.xhtml",
        "giulia, /portal.xhtml",
        "bora, /floor.xhtml",
        "clara, /campaigns.xhtml"
    })
    void eachRoleLandsOnThePageWhereItsDayBegins(String login, String home, Console console) {
        // when
        Page page = console.logIn(login);

        // then
        assertThat(page.url()).contains(home);
        assertThat(page.locator("nav.rail a[aria-current=page], main").first().isVisible())
                .isTrue();
    }
}
