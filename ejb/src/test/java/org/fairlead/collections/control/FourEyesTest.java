package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import org.fairlead.collections.PortfolioSettings.Loosening;
import org.fairlead.collections.PortfolioSettings.Settings;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody switches the second pair of eyes off alone. */
@Tag("database")
class FourEyesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final TestPortfolio portfolio = new TestPortfolio();

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void oneSwitchesItOnAndTwoSwitchItOff() {
        save("bora", true);
        assertThat(settings().fourEyes()).isTrue();

        save("bora", false);

        assertThat(settings().fourEyes()).isTrue();
        assertThat(asked()).isEqualTo(new Loosening("bora", NOW));
        assertThatThrownBy(() -> eyes(eyes -> eyes.confirm("bora")))
                .isInstanceOf(Refused.class)
                .hasMessage("portfolio.loosen.same");
        assertThat(settings().fourEyes()).isTrue();
        eyes(eyes -> eyes.confirm("ada"));
        assertThat(settings().fourEyes()).isFalse();
        assertThat(asked()).isNull();
    }

    @Test
    void whoAsksAgainOrForAnotherDoesNotTurnTheTwoRound() {
        save("bora", true);
        save("bora", false);
        save("ada", false);

        assertThat(asked()).isEqualTo(new Loosening("bora", NOW));
        assertThatThrownBy(() -> eyes(eyes -> eyes.confirm("bora"))).hasMessage("portfolio.loosen.same");
    }

    @Test
    void whatIsWithdrawnOrWasNeverAskedIsNotConfirmed() {
        save("bora", true);
        assertThatThrownBy(() -> eyes(eyes -> eyes.confirm("ada"))).hasMessage("portfolio.loosen.none");
        save("bora", false);

        eyes(FourEyes::withdraw);

        assertThat(settings().fourEyes()).isTrue();
        assertThatThrownBy(() -> eyes(eyes -> eyes.confirm("ada"))).hasMessage("portfolio.loosen.none");
    }

    @Test
    void anotherClientConfirmsNothing() throws SQLException {
        save("bora", true);
        save("bora", false);
        var foreign = portfolio.in(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO));

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            FourEyes eyes = new FourEyes(c, foreign);
            assertThat(eyes.asked()).isEmpty();
            assertThatThrownBy(() -> eyes.confirm("ada")).isInstanceOf(RuntimeException.class);
        }
        assertThat(settings().fourEyes()).isTrue();
    }

    private void save(String login, boolean fourEyes) {
        Settings now = settings();
        Settings wanted = new Settings(
                now.client(),
                now.code(),
                now.name(),
                now.currency(),
                now.country(),
                now.campaignId(),
                now.yearlyPercent(),
                now.dayCount(),
                now.planPercent(),
                now.graceDays(),
                now.tolerancePercent(),
                now.validationDays(),
                now.remindDays(),
                now.clearingDays(),
                now.mode(),
                now.order(),
                fourEyes,
                now.costHour(),
                now.costLetter(),
                now.costMessage());
        portfolio.in(c -> {
            SettingsBook.save(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), wanted, login, NOW);
            return login;
        });
    }

    private Settings settings() {
        return portfolio.in(c -> SettingsBook.settings(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO)));
    }

    private @Nullable Loosening asked() {
        return portfolio
                .in(c -> new FourEyes(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO)).asked())
                .orElse(null);
    }

    private void eyes(Consumer<FourEyes> work) {
        portfolio.in(c -> {
            work.accept(new FourEyes(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO)));
            return work;
        });
    }
}
