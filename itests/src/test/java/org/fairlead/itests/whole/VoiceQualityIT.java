package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.itests.stack.Await;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How a call sounds over a bad network, as the agent sees it and as it is kept with the contact. */
@EnabledIfSystemProperty(named = "fairlead.itests.real-lines", matches = "true")
class VoiceQualityIT {

    private static final int PORT_BASE = 27_080;
    private static final String BILLING = "+390280001001";
    private static final String CUSTOMER = "+393471234571";
    private static final int LONG = 600;
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int TALK_MILLIS = 20_000;

    private static final double LOST = 0.1;
    private static final Duration DELAY = Duration.ofMillis(60);
    private static final Duration WANDER = Duration.ofMillis(60);

    private static BrowserPhones phones;

    @BeforeAll
    static void start() throws Exception {
        phones = BrowserPhones.start(PORT_BASE);
    }

    @AfterEach
    void leave(TestInfo test) {
        phones.leave(test);
    }

    @AfterAll
    static void stop() throws IOException {
        if (phones != null) {
            phones.close();
        }
    }

    private record Kept(int received, int lost, int jitter, int roundTrip) {

        double lostShare() {
            return (double) lost / (received + lost);
        }
    }

    @Test
    void whatABadNetworkLosesDelaysAndShakesIsSeenAndKept() throws Exception {
        try (LossyWay way = new LossyWay(LOST, DELAY, WANDER)) {
            // given
            Page page = phones.console().logIn("besa");
            way.between(page);
            page.reload();
            assertThat(page.locator("#phone-button[data-phone=ready]")).isVisible();
            Desk desk = new Desk(page);
            desk.becomeReady();
            UUID call = phones.customers().call(BILLING, CUSTOMER, LONG);
            assertThat(page.locator("#offer")).isVisible();

            // when
            desk.press("Enter");
            assertThat(page.locator("#phone-button[data-phone=call]")).isVisible();
            PhonePage.bothSpeak(page);
            page.waitForTimeout(TALK_MILLIS);

            // then
            assertThat(way.lostShare())
                    .as("the network is as bad as it should be")
                    .isBetween(0.07, 0.13);
            page.locator("#phone-button").click();
            assertThat(figure(page, "#phone-loss")).isBetween(5.0, 15.0);
            assertThat(figure(page, "#phone-jitter")).isBetween(5.0, 60.0);
            assertThat(figure(page, "#phone-round-trip")).isBetween(100.0, 400.0);
            page.keyboard().press("Escape");
            page.locator("#phone-button").blur();
            desk.hangUp();
            desk.closeWith("3");
            Await.until("how it sounded is kept", SOON, () -> kept(call) != null);
            Kept kept = Objects.requireNonNull(kept(call));
            assertThat(kept.lostShare()).isBetween(0.05, 0.15);
            assertThat(kept.jitter()).isBetween(5, 60);
            assertThat(kept.roundTrip()).isBetween(100, 400);
            desk.leave();
        }
    }

    private static double figure(Page page, String where) {
        return Double.parseDouble(
                page.locator(where).innerText().replace(',', '.').replaceAll("[^0-9.]", ""));
    }

    private static @Nullable Kept kept(UUID contact) throws IOException, SQLException {
        try (Connection engine = phones.own().stack().engine();
                PreparedStatement statement = engine.prepareStatement(
                        "select packets_received, packets_lost, jitter_ms, round_trip_ms from contact_voice"
                                + " where contact_id = ?")) {
            statement.setObject(1, contact);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Kept(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)) : null;
            }
        }
    }
}
