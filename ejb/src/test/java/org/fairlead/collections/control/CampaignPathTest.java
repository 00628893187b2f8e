package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.fairlead.collections.Hold;
import org.fairlead.collections.control.CampaignPath.Dial;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The law's own cases from the placement file to the attempt that is written with its verdict. Local times; 23 November
 * 2026 is a Monday.
 */
@Tag("database")
class CampaignPathTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    /** 12 CFR 1006.14(b)(2)(i)(A): the eighth call waits until the first has left the window of seven days. */
    @Test
    void anAmericanDebtorIsCalledSevenTimesInSevenDaysAndTheEighthWaits() {
        try (CampaignPath us = american()) {
            us.night("2026-11-23T09:00");

            for (int made = 0; made < 7; made++) {
                assertThat(us.unanswered("2026-11-23T1%d:00".formatted(made)).left())
                        .as("call %d", made + 1)
                        .isTrue();
            }
            Dial eighth = us.unanswered("2026-11-24T10:00");

            assertThat(eighth.denials()).containsExactly("US-REGF-7IN7");
            assertThat(eighth.verdict().nextAllowed()).isEqualTo(us.at("2026-11-30T10:00"));
            assertThat(us.dial("2026-11-30T09:59")).isEmpty();
            assertThat(us.only("2026-11-30T10:00").left()).isTrue();
        }
    }

    /** 12 CFR 1006.14(b)(2)(i)(B): the conversation's day is the first of seven; another debt is another count. */
    @Test
    void anAmericanDebtorWhoWasSpokenToIsLeftForSevenDaysAboutThatDebtOnly() {
        try (CampaignPath us = american()) {
            us.night("2026-11-23T09:00");
            assertThat(us.talked("2026-11-23T17:00").left()).isTrue();
            us.night("2026-11-24T09:00");

            Dial next = us.only("2026-11-24T10:00");

            assertThat(next.denials()).containsExactly("US-REGF-CONV");
            assertThat(next.verdict().nextAllowed()).isEqualTo(us.at("2026-11-30T08:00"));
            assertThat(us.dial("2026-11-30T07:59")).isEmpty();
            assertThat(us.talked("2026-11-30T08:00").left()).isTrue();

            // a larger debt of the same person, handed over now
            us.place("2026-12-01T09:00", "K-2;C-1;+15184561234;9000,00");
            us.night("2026-12-01T09:30");
            assertThat(us.only("2026-12-01T10:00").left()).isTrue();
        }
    }

    /** 12 CFR 1006.34, 1006.38, 1006.18(e): what the attempt's agent must say, and a dispute that stops the next one. */
    @Test
    void anAttemptNamesTheDisclosuresAndADisputeStopsTheLeadThatWaits() {
        try (CampaignPath us = american()) {
            us.night("2026-11-23T09:00");

            Dial first = us.unanswered("2026-11-23T10:00");
            us.hold("K-1", Hold.DISPUTE);
            Dial disputed = us.only("2026-11-23T11:00");

            assertThat(first.duties()).contains("US-REGF-VAL", "US-REGF-MIRANDA", "US-REGF-TB");
            assertThat(disputed.left()).isFalse();
            assertThat(disputed.denials()).contains("HOLD");
            assertThat(disputed.verdict().nextAllowed()).isNull();
        }
    }

    /** 12 CFR 1006.34: legal steps wait for the notice and the thirty days after it. */
    @Test
    void noLegalStepIsTakenBeforeTheValidationPeriodHasEnded() {
        try (CampaignPath us = american()) {
            us.execute("update portfolio set validation_days = 30");
            us.strategy("LEGAL_REFERRAL");

            us.night("2026-11-24T09:00");
            us.execute("update debt set validation_sent = '2026-11-25' where reference = 'K-1'");
            us.night("2026-12-25T09:00");
            assertThat(us.steps("K-1")).isEmpty();
            us.night("2026-12-26T09:00");

            assertThat(us.steps("K-1")).containsExactly("LEGAL_REFERRAL");
        }
    }

    /** 12 CFR 1006.26(b): a time-barred debt is called about, and never goes to court or to a credit bureau. */
    @Test
    void aTimeBarredDebtIsCalledAboutAndNeverGoesToCourt() {
        try (CampaignPath us = american()) {
            us.place("2026-11-23T08:30", "K-9;C-9;+15184569999;800,00;2026-11-24");
            us.strategy("LEGAL_REFERRAL");
            us.night("2026-11-24T09:00");
            assertThat(us.steps("K-9")).isEmpty();
            assertThat(us.steps("K-1")).isNotEmpty();
            us.strategy("CREDIT_REPORT");
            us.night("2026-11-25T09:00");
            assertThat(us.steps("K-9")).isEmpty();

            us.strategy("CALL");
            us.execute("update debt set status = 'CLOSED' where reference = 'K-1'");
            us.night("2026-11-25T09:30");

            assertThat(us.only("2026-11-25T10:00").left()).isTrue();
        }
    }

    /** BDDK: nine to eight, never on Sundays; three calls a day to whoever is not reached. */
    @Test
    void aTurkishDebtorIsCalledThreeTimesADayWithinTheHours() {
        try (CampaignPath turkey = path("TR", ISTANBUL, "TRY", "+905321234567")) {
            turkey.night("2026-11-22T09:00");

            Dial sunday = turkey.only("2026-11-22T12:00");
            assertThat(sunday.denials()).containsExactly("TR-COL-HRS");
            assertThat(sunday.verdict().nextAllowed()).isEqualTo(turkey.at("2026-11-23T09:00"));
            for (String time : List.of("09:00", "11:00", "13:00")) {
                assertThat(turkey.unanswered("2026-11-23T" + time).left()).isTrue();
            }
            Dial fourth = turkey.only("2026-11-23T15:00");

            assertThat(fourth.denials()).containsExactly("TR-COL-CAP");
            assertThat(fourth.verdict().nextAllowed()).isEqualTo(turkey.at("2026-11-24T09:00"));
            assertThat(turkey.dial("2026-11-23T19:59")).isEmpty();
            assertThat(turkey.only("2026-11-24T09:00").left()).isTrue();
        }
    }

    /** The same: reached and informed, nobody calls for five business days. */
    @Test
    void aTurkishDebtorWhoWasReachedIsLeftForFiveBusinessDays() {
        try (CampaignPath turkey = path("TR", ISTANBUL, "TRY", "+905321234567")) {
            turkey.night("2026-11-23T08:00");
            assertThat(turkey.talked("2026-11-23T10:00").left()).isTrue();
            turkey.night("2026-11-24T08:00");

            Dial next = turkey.only("2026-11-24T10:00");

            assertThat(next.denials()).containsExactly("TR-COL-COOL");
            assertThat(next.verdict().nextAllowed()).isEqualTo(turkey.at("2026-12-01T09:00"));
            assertThat(turkey.only("2026-12-01T09:00").left()).isTrue();
        }
    }

    /** 230-FZ art. 7(3): one a day, two a week, eight a month; weekdays 8 to 22, weekends 9 to 20. */
    @Test
    void aRussianDebtorIsCalledOnceADayTwiceAWeekAndEightTimesAMonth() {
        try (CampaignPath russia = path("RU", MOSCOW, "RUB", "+74957771234")) {
            russia.night("2026-11-01T08:00");
            Dial early = russia.only("2026-11-01T08:30");
            assertThat(early.denials()).containsExactly("RU-COL-HRS");
            assertThat(early.verdict().nextAllowed()).isEqualTo(russia.at("2026-11-01T09:00"));

            assertThat(russia.unanswered("2026-11-02T10:00").left()).isTrue();
            Dial sameDay = russia.only("2026-11-02T15:00");
            assertThat(sameDay.denials()).containsExactly("RU-COL-V-P1D");
            assertThat(sameDay.verdict().nextAllowed()).isEqualTo(russia.at("2026-11-03T08:00"));
            assertThat(russia.unanswered("2026-11-03T10:00").left()).isTrue();
            Dial third = russia.only("2026-11-04T10:00");
            assertThat(third.denials()).containsExactly("RU-COL-V-P1W");
            assertThat(third.verdict().nextAllowed()).isEqualTo(russia.at("2026-11-09T08:00"));
            for (String day : List.of("09", "10", "16", "17", "23", "24")) {
                assertThat(russia.unanswered("2026-11-" + day + "T10:00").left())
                        .as(day)
                        .isTrue();
            }
            Dial ninth = russia.only("2026-11-30T10:00");

            assertThat(ninth.denials()).containsExactly("RU-COL-V-P1M");
            assertThat(ninth.verdict().nextAllowed()).isEqualTo(russia.at("2026-12-01T08:00"));
        }
    }

    /** Codice di condotta UNIREC: Saturdays until three, never on Sundays; one conversation a day, three a week. */
    @Test
    void anItalianDebtorIsSpokenToOnceADayAndThreeTimesAWeek() {
        try (CampaignPath italy = path("IT", ROME, "EUR", "+390612345678")) {
            italy.night("2026-11-21T08:00");
            Dial saturday = italy.only("2026-11-21T15:00");
            assertThat(saturday.denials()).containsExactly("IT-COL-HRS");
            assertThat(saturday.verdict().nextAllowed()).isEqualTo(italy.at("2026-11-23T08:30"));

            assertThat(italy.talked("2026-11-23T08:30").left()).isTrue();
            italy.night("2026-11-23T09:00");
            assertThat(italy.only("2026-11-23T12:00").denials()).containsExactly("IT-COL-CAP1");
            for (String day : List.of("24", "25")) {
                assertThat(italy.talked("2026-11-" + day + "T12:00").left()).isTrue();
                italy.night("2026-11-" + day + "T18:00");
            }
            Dial fourth = italy.only("2026-11-26T12:00");

            assertThat(fourth.denials()).containsExactly("IT-COL-CAP3");
            assertThat(fourth.verdict().nextAllowed()).isEqualTo(italy.at("2026-11-30T08:30"));
        }
    }

    private static CampaignPath american() {
        return path("US", NEW_YORK, "USD", "+15184561234");
    }

    private static CampaignPath path(String country, ZoneId zone, String currency, String phone) {
        CampaignPath path = new CampaignPath(country, zone, currency);
        path.place("2026-10-30T09:00", "K-1;C-1;" + phone + ";1000,00");
        return path;
    }
}
