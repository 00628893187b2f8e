package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A made-up day with other settings, on the page of a campaign. */
@ExtendWith(WholeStack.class)
class WhatIfIT {

    private static final double SOON = 60_000;

    @Test
    void hoursOfAFloorArePlayedInSecondsAndNoNumberIsDialled(Console console, Stack stack) throws Exception {
        // given
        Page page = console.logIn("sena");
        String dials = "select count(*) from attempt a join campaign c on c.client_id = a.client_id"
                + " and c.campaign_id = a.campaign_id where c.code = 'anadolu-early'";
        String before = ask(stack, dials);
        console.open(
                page,
                "/pacing.xhtml?id=" + ask(stack, "select campaign_id from campaign where code = 'anadolu-early'"));
        page.locator("[id='day:agents']").fill("50");
        page.locator("[id='day:hours']").fill("8");

        // when
        page.locator("[id='day:play']").click();

        // then
        Locator modes = page.locator("#outcomes tbody tr");
        assertThat(modes).hasCount(3, new LocatorAssertions.HasCountOptions().setTimeout(SOON));
        double progressive = share(modes.nth(0), 1);
        double predictive = share(modes.nth(2), 1);
        assertThat(predictive).as("learned, of a hundred").isGreaterThan(progressive + 10);
        assertThat(share(modes.nth(2), 3)).as("abandoned, of a hundred").isLessThanOrEqualTo(3);
        assertThat(Integer.parseInt(words(modes.nth(2), 6).replaceAll("[^0-9]", "")))
                .as("dials of the day")
                .isGreaterThan(1_000);
        assertThat(ask(stack, dials)).as("no number is dialled").isEqualTo(before);
    }

    @Test
    void aDayThatCannotBeIsRefusedInWords(Console console, Stack stack) throws Exception {
        // given
        Page page = console.logIn("sena");
        console.open(
                page,
                "/pacing.xhtml?id=" + ask(stack, "select campaign_id from campaign where code = 'anadolu-early'"));
        page.locator("[id='day:people']").fill("90");
        page.locator("[id='day:machines']").fill("60");

        // when
        page.locator("[id='day:play']").click();

        // then
        assertThat(page.locator("[id='day:notices'] .ui-messages-error")).isVisible();
        assertThat(page.locator("#outcomes")).hasCount(0);
    }

    private static String words(Locator row, int column) {
        return row.locator("th, td").nth(column).innerText();
    }

    /** As it is written in any of the languages. */
    private static double share(Locator row, int column) {
        return Double.parseDouble(words(row, column).replace(',', '.').replaceAll("[^0-9.]", ""));
    }

    private static String ask(Stack stack, String query) throws Exception {
        try (Connection engine = stack.engine();
                Statement statement = engine.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
