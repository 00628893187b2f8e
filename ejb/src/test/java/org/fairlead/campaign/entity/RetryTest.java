package org.fairlead.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.fairlead.campaign.entity.Retry.Next;
import org.fairlead.campaign.entity.Retry.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

    private static final Instant END = Instant.parse("2026-11-23T17:00:00Z");

    private final Retry retry = new Retry(Map.of());

    @ParameterizedTest
    @CsvSource({
        "BUSY, , 1, READY, PT15M",
        "BUSY, , 5, READY, PT15M",
        "BUSY, , 6, EXHAUSTED, ",
        "NO_ANSWER, , 1, READY, PT2H",
        "MACHINE, , 4, EXHAUSTED, ",
        "ABANDONED, , 1, READY, PT72H",
        "UNKNOWN, , 1, EXHAUSTED, ",
        "EXPIRED, , 900, READY, PT1M",
        "HANDLED, SALE, 1, DONE, ",
        "HANDLED, , 1, DONE, ",
        "HANDLED, NO_CONTACT, 1, READY, PT4H",
        "HANDLED, CALLBACK, 1, CALLBACK, PT24H",
        "HANDLED, DO_NOT_CALL, 1, DO_NOT_CALL, ",
    })
    void followsTheOutcome(String outcome, String category, int times, String state, Duration after) {
        Next next = retry.after(outcome, category, null, times, END);

        assertThat(next).isEqualTo(new Next(state, after == null ? null : END.plus(after)));
    }

    @ParameterizedTest
    @CsvSource({
        // ended, after, next: UTC, the lead's day begins at 09:00
        "2026-11-23T10:00:00Z, PT1H, 2026-11-23T12:00:00Z",
        "2026-11-23T13:00:00Z, PT1H, 2026-11-23T17:00:00Z",
        "2026-11-23T18:00:00Z, PT1H, 2026-11-24T09:00:00Z",
        "2026-11-23T10:00:00Z, PT4H, 2026-11-23T14:00:00Z",
        "2026-11-23T10:00:00Z, PT24H, 2026-11-24T12:00:00Z",
    })
    void anotherHourIsAnotherPartOfTheDay(Instant ended, Duration after, Instant next) {
        Retry own = new Retry(Map.of("NO_ANSWER", new Rule(after, 3, true, true)));

        assertThat(own.after("NO_ANSWER", null, null, 1, ended)).isEqualTo(new Next("READY", next, true));
    }

    @Test
    void aDeadLineAndAFaxAreNotTriedAgain() {
        assertThat(retry.after("DEAD_LINE", null, null, 1, END).state()).isEqualTo("EXHAUSTED");
        assertThat(retry.after("FAX", null, null, 1, END).state()).isEqualTo("EXHAUSTED");
        assertThat(retry.underAnother("FAX", END)).isEqualTo(new Next("READY", END.plusSeconds(60), true));
    }

    @Test
    void aTimeThatTheCustomerNamedIsKept() {
        Instant promised = END.plus(Duration.ofDays(2));

        Next next = retry.after("HANDLED", "CALLBACK", promised, 9, END);

        assertThat(next).isEqualTo(new Next("CALLBACK", promised));
    }

    @Test
    void noMoreCallsIsStrongerThanAnyCallback() {
        Next next = retry.after("HANDLED", "DO_NOT_CALL", END.plusSeconds(60), 1, END);

        assertThat(next.state()).isEqualTo("DO_NOT_CALL");
    }

    @Test
    void aCampaignsOwnRuleReplacesTheDefaultOne() {
        Retry own = new Retry(Map.of("BUSY", new Rule(Duration.ofMinutes(1), 1)));

        assertThat(own.after("BUSY", null, null, 1, END)).isEqualTo(new Next("READY", END.plusSeconds(60)));
        assertThat(own.after("BUSY", null, null, 2, END).state()).isEqualTo("EXHAUSTED");
        assertThat(own.after("NO_ANSWER", null, null, 1, END).state()).isEqualTo("READY");
    }
}
