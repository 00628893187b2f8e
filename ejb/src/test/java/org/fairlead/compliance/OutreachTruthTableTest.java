package org.fairlead.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fairlead.compliance.Scene.ISTANBUL;
import static org.fairlead.compliance.Scene.LONDON;
import static org.fairlead.compliance.Scene.LOS_ANGELES;
import static org.fairlead.compliance.Scene.MOSCOW;
import static org.fairlead.compliance.Scene.NEW_YORK;
import static org.fairlead.compliance.Scene.ROME;
import static org.fairlead.compliance.Scene.at;
import static org.fairlead.compliance.Scene.call;
import static org.fairlead.compliance.Scene.collections;
import static org.fairlead.compliance.Scene.consent;
import static org.fairlead.compliance.Scene.denials;
import static org.fairlead.compliance.Scene.judge;
import static org.fairlead.compliance.Scene.standing;
import static org.fairlead.compliance.Scene.telesales;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.OutreachFacts.LiveHour;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PastContact.Result;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.compliance.Verdict.Duty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases that the law's own texts name, with the pack that ships. Local times; 23 November 2026 is a Monday. */
class OutreachTruthTableTest {

    private static final String NEW_YORKER = "+15185550100"; // Albany: the city has rules of its own
    private static final String ROMAN = "+390612345678";
    private static final String TURK = "+902121234567";
    private static final String MUSCOVITE = "+74957771234";
    private static final String LONDONER = "+442071234567";

    /** 12 CFR 1006.14(b)(2)(i)(A): seven calls in seven days about one debt; the eighth waits. */
    @Test
    void regFDeniesTheEighthCallInSevenDaysUntilTheFirstLeavesTheWindow() {
        Instant first = at(NEW_YORK, "2026-11-23T10:00");
        OutreachFacts about = debtor("A");

        for (int made = 0; made < 7; made++) {
            assertThat(collections(about.after(tries(first, made, "A")), first.plus(Duration.ofDays(1)))
                            .allowed())
                    .isTrue();
        }
        Verdict eighth = collections(about.after(tries(first, 7, "A")), first.plus(Duration.ofDays(1)));

        assertThat(denials(eighth)).containsExactly("US-REGF-7IN7");
        assertThat(eighth.denials().get(0).citation()).startsWith("12 CFR 1006.14(b)(2)(i)(A)");
        assertThat(eighth.denials().get(0).basis()).isEqualTo("presumption");
        assertThat(eighth.nextAllowed()).isEqualTo(first.plus(Duration.ofDays(7)));
    }

    /** 12 CFR 1006.14(b)(2): the limit is for each debt. */
    @Test
    void regFCountsTheSamePersonsSecondDebtByItself() {
        Instant first = at(NEW_YORK, "2026-11-23T10:00");

        Verdict other = collections(debtor("B").after(tries(first, 7, "A")), first.plus(Duration.ofDays(1)));

        assertThat(other.allowed()).isTrue();
    }

    /** 12 CFR 1006.14(b)(3)(ii): a call that did not connect is none. */
    @Test
    void regFDoesNotCountACallThatDidNotConnect() {
        Instant first = at(NEW_YORK, "2026-11-23T10:00");
        List<PastContact> busy = IntStream.range(0, 9)
                .mapToObj(i -> PastContact.call(first.plusSeconds(i), NEW_YORKER, Result.NOT_CONNECTED)
                        .about("D1", "A"))
                .toList();

        assertThat(collections(debtor("A").after(busy), first.plus(Duration.ofDays(1)))
                        .allowed())
                .isTrue();
    }

    /** 12 CFR 1006.14(b)(2)(i)(B): seven days without calls, the conversation's own being day 1. */
    @ParameterizedTest
    @CsvSource({"2026-11-23T18:00, false", "2026-11-29T12:00, false", "2026-11-30T08:00, true"})
    void regFWaitsSevenDaysAfterAConversation(String local, boolean allowed) {
        PastContact talk = PastContact.call(at(NEW_YORK, "2026-11-23T17:00"), NEW_YORKER, Result.CONVERSATION)
                .about("D1", "A");

        Verdict verdict = collections(debtor("A").after(List.of(talk)), at(NEW_YORK, local));

        assertThat(verdict.allowed()).isEqualTo(allowed);
        if (!allowed) {
            assertThat(denials(verdict)).containsExactly("US-REGF-CONV");
            assertThat(verdict.nextAllowed()).isEqualTo(at(NEW_YORK, "2026-11-30T08:00"));
        }
    }

    /** 12 CFR 1006.6(b)(1): eight to nine wherever the debtor may be. */
    @ParameterizedTest
    @CsvSource({"2026-11-23T10:59, false", "2026-11-23T11:00, true", "2026-11-23T20:59, true", "2026-11-23T21:00, false"
    })
    void anEasternNumberWithAPacificAddressIsCalledFromElevenToNineEastern(String eastern, boolean allowed) {
        OutreachFacts facts = call(NEW_YORKER, new Address("US", "CA", "Los Angeles"));

        Verdict verdict = collections(facts, at(NEW_YORK, eastern));

        assertThat(facts.where().zones()).containsExactlyInAnyOrder(NEW_YORK, LOS_ANGELES);
        assertThat(verdict.allowed()).isEqualTo(allowed);
        if (!allowed) {
            assertThat(denials(verdict)).contains("US-REGF-HRS");
        }
    }

    /** 940 CMR 7.04(1)(f): two in seven days for each debt, a voicemail that was not left included. */
    @Test
    void massachusettsDeniesTheThirdCallInSevenDaysThoughNoMessageWasLeft() {
        Instant first = at(NEW_YORK, "2026-11-23T10:00");
        OutreachFacts facts = call("+16175550100", NEW_YORK, "US", "US-MA").with(target("+16175550100", "A"));
        List<PastContact> machines = IntStream.range(0, 2)
                .mapToObj(i -> PastContact.call(first.plus(Duration.ofDays(i)), "+16175550100", Result.MACHINE)
                        .about("D1", "A"))
                .toList();

        Verdict second = collections(facts.after(machines.subList(0, 1)), first.plus(Duration.ofDays(2)));
        Verdict third = collections(facts.after(machines), first.plus(Duration.ofDays(2)));

        assertThat(second.allowed()).isTrue();
        assertThat(denials(third)).containsExactly("US-MA-COL-CAP");
        assertThat(third.denials().get(0).citation()).contains("940 CMR 7.04(1)(f)");
        assertThat(third.nextAllowed()).isEqualTo(first.plus(Duration.ofDays(7)));
    }

    /** 230-FZ art. 7(3): hours by the debtor's clock. 12 June is a holiday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:59, false",
        "2026-11-23T08:00, true",
        "2026-11-23T21:59, true",
        "2026-11-23T22:00, false",
        "2026-11-21T08:59, false",
        "2026-11-21T09:00, true",
        "2026-11-21T19:59, true",
        "2026-11-21T20:00, false",
        "2026-11-22T08:30, false",
        "2026-06-12T08:30, false",
        "2026-06-12T09:00, true"
    })
    void russiasHoursEndEarlierAtWeekendsAndOnHolidays(String local, boolean allowed) {
        Verdict verdict = collections(call(MUSCOVITE, MOSCOW, "RU"), at(MOSCOW, local));

        assertThat(verdict.allowed()).isEqualTo(allowed);
        assertThat(denials(verdict)).isEqualTo(allowed ? List.of() : List.of("RU-COL-HRS"));
    }

    /** 230-FZ art. 7(3): one a day, two a week, eight a month, of the calendar. */
    @Test
    void aRussianDebtorIsCalledOnceADayTwiceAWeekAndEightTimesAMonth() {
        Instant monday = at(MOSCOW, "2026-11-02T10:00");

        Verdict sameDay = russian(List.of(monday), at(MOSCOW, "2026-11-02T15:00"));
        Verdict third = russian(List.of(monday, days(monday, 1)), at(MOSCOW, "2026-11-04T15:00"));
        List<Instant> eight = IntStream.range(0, 4)
                .boxed()
                .flatMap(week -> List.of(days(monday, 7 * week), days(monday, 7 * week + 1)).stream())
                .toList();
        Verdict ninth = russian(eight, at(MOSCOW, "2026-11-30T15:00"));

        assertThat(denials(sameDay)).containsExactly("RU-COL-V-P1D");
        assertThat(sameDay.nextAllowed()).isEqualTo(at(MOSCOW, "2026-11-03T08:00"));
        assertThat(denials(third)).containsExactly("RU-COL-V-P1W");
        assertThat(third.nextAllowed()).isEqualTo(at(MOSCOW, "2026-11-09T08:00"));
        assertThat(denials(ninth)).containsExactly("RU-COL-V-P1M");
        assertThat(ninth.nextAllowed()).isEqualTo(at(MOSCOW, "2026-12-01T08:00"));
        assertThat(ninth.denials().get(0).citation()).isEqualTo("230-FZ art 7(3)");
    }

    /** Codice di condotta telemarketing, GU 27-03-2024. 7 December 2026 is a Monday before a holiday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:59, false",
        "2026-11-21T10:00, true",
        "2026-11-21T19:00, false",
        "2026-11-22T12:00, false",
        "2026-11-23T09:00, true",
        "2026-11-23T19:59, true",
        "2026-12-07T09:30, false",
        "2026-12-07T18:59, true",
        "2026-12-07T19:00, false",
        "2026-12-08T12:00, false"
    })
    void italysTelemarketingRestsOnSundaysAndHolidaysAndBeforeThem(String local, boolean allowed) {
        Verdict verdict = telesales(call(ROMAN, ROME, "IT"), at(ROME, local));

        assertThat(verdict.allowed()).isEqualTo(allowed);
        assertThat(denials(verdict)).isEqualTo(allowed ? List.of() : List.of("IT-TM-HRS"));
    }

    /** DPR 26/2022: the register's result is good for fifteen days. */
    @ParameterizedTest
    @CsvSource({"2026-11-09, true", "2026-11-08, false"})
    void anItalianRegistersResultOlderThanFifteenDaysDenies(LocalDate dated, boolean allowed) {
        OutreachFacts facts = call(ROMAN, ROME, "IT").with(standing(dated, List.of(consent()), List.of()));

        Verdict verdict = telesales(facts, at(ROME, "2026-11-23T12:00"));

        assertThat(verdict.allowed()).isEqualTo(allowed);
        assertThat(denials(verdict)).isEqualTo(allowed ? List.of() : List.of("IT-RPO"));
        assertThat(verdict.nextAllowed()).isNull();
    }

    /** BDDK, Varlık Yönetim Şirketleri Yön.: three calls a day to whoever is not reached. */
    @Test
    void aTurkishDebtorIsCalledThreeTimesADayWhileUnreached() {
        Instant ten = at(ISTANBUL, "2026-11-23T10:00");
        List<PastContact> three = IntStream.range(0, 3)
                .mapToObj(i -> PastContact.call(ten.plusSeconds(3_600L * i), TURK, Result.NO_ANSWER))
                .toList();
        OutreachFacts facts = call(TURK, ISTANBUL, "TR");

        assertThat(collections(facts.after(three.subList(0, 2)), at(ISTANBUL, "2026-11-23T15:00"))
                        .allowed())
                .isTrue();
        Verdict fourth = collections(facts.after(three), at(ISTANBUL, "2026-11-23T15:00"));

        assertThat(denials(fourth)).containsExactly("TR-COL-CAP");
        assertThat(fourth.nextAllowed()).isEqualTo(at(ISTANBUL, "2026-11-24T10:00"));
    }

    /** The same: once reached and informed, none for five business days, unless the debtor agreed on record. */
    @Test
    void aTurkishDebtorWhoWasReachedIsLeftForFiveBusinessDays() {
        PastContact talk = PastContact.call(at(ISTANBUL, "2026-11-23T10:00"), TURK, Result.CONVERSATION);
        OutreachFacts agreed = call(TURK, ISTANBUL, "TR").after(List.of(talk));
        OutreachFacts silent = agreed.with(standing(LocalDate.of(2099, 1, 1), List.of(), List.of()));

        Verdict verdict = collections(silent, at(ISTANBUL, "2026-11-30T15:00"));

        assertThat(denials(verdict)).containsExactly("TR-COL-COOL");
        assertThat(verdict.nextAllowed()).isEqualTo(at(ISTANBUL, "2026-12-01T09:00"));
        assertThat(collections(agreed, at(ISTANBUL, "2026-11-30T15:00")).allowed())
                .isTrue();
    }

    /** Business days leave out public holidays: 29 October 2026, with its eve's afternoon, is one. */
    @Test
    void businessDaysLeaveOutTurkeysHolidays() {
        PastContact talk = PastContact.call(at(ISTANBUL, "2026-10-26T10:00"), TURK, Result.CONVERSATION);
        OutreachFacts silent = call(TURK, ISTANBUL, "TR")
                .after(List.of(talk))
                .with(standing(LocalDate.of(2099, 1, 1), List.of(), List.of()));

        Verdict verdict = collections(silent, at(ISTANBUL, "2026-10-27T12:00"));

        assertThat(verdict.nextAllowed()).isEqualTo(at(ISTANBUL, "2026-11-04T09:00"));
    }

    /** Law 2429: the day before the Republic's is free from 13:00, and free days have no calls. */
    @ParameterizedTest
    @CsvSource({"2026-10-28T12:59, true", "2026-10-28T13:00, false", "2026-10-29T12:00, false"})
    void halfADayBeforeAHolidayCounts(String local, boolean allowed) {
        assertThat(collections(call(TURK, ISTANBUL, "TR"), at(ISTANBUL, local)).allowed())
                .isEqualTo(allowed);
    }

    /** Ofcom 20-12-2016: the day's abandonment may not reach three per cent of live calls. */
    @ParameterizedTest
    @CsvSource({"100, 2, true", "100, 3, false", "99, 3, false", "101, 3, true", "10, 1, false"})
    void theUkStopsWhenTheDaysAbandonmentReachesThreePerCent(int live, int abandoned, boolean allowed) {
        OutreachFacts facts = call(LONDONER, LONDON, "GB")
                .answered(List.of(new LiveHour(at(LONDON, "2026-11-23T10:00"), live, abandoned)));

        Verdict verdict = judge(facts.with(facts.manner().unreserved()), "SUPPORT", at(LONDON, "2026-11-23T15:00"));

        assertThat(verdict.allowed()).isEqualTo(allowed);
        if (!allowed) {
            assertThat(denials(verdict)).containsExactly("GB-ABN");
            assertThat(verdict.nextAllowed()).isEqualTo(at(LONDON, "2026-11-24T00:00"));
            assertThat(judge(facts, "SUPPORT", at(LONDON, "2026-11-23T15:00")).allowed())
                    .as("an agent is held first")
                    .isTrue();
        }
    }

    /** Ofcom 2006/2010: within 72 hours of an abandoned call only with an agent reserved. */
    @Test
    void aUkNumberThatWasAbandonedIsDialledForSeventyTwoHoursOnlyWithAnAgentReserved() {
        Instant abandoned = at(LONDON, "2026-11-23T10:00");
        OutreachFacts facts =
                call(LONDONER, LONDON, "GB").after(List.of(PastContact.call(abandoned, LONDONER, Result.ABANDONED)));
        Instant later = abandoned.plus(Duration.ofHours(71));

        Verdict ahead = judge(facts.with(facts.manner().unreserved()), "SUPPORT", later);
        Verdict reserved = judge(facts, "SUPPORT", later);

        assertThat(denials(ahead)).containsExactly("GB-RECALL");
        assertThat(ahead.nextAllowed()).isEqualTo(abandoned.plus(Duration.ofHours(72)));
        assertThat(reserved.allowed()).isTrue();
    }

    /** 16 CFR 310.4(b)(4): three per cent over thirty days for each campaign. */
    @ParameterizedTest
    @CsvSource({"1000, 30, true", "1000, 31, false"})
    void usTelemarketingStopsAboveThreePerCentInThirtyDays(int live, int abandoned, boolean allowed) {
        Instant then = at(NEW_YORK, "2026-11-01T12:00");
        OutreachFacts facts = call(NEW_YORKER, NEW_YORK, "US").answered(List.of(new LiveHour(then, live, abandoned)));

        Verdict verdict = telesales(facts.with(facts.manner().unreserved()), at(NEW_YORK, "2026-11-23T12:00"));

        assertThat(verdict.allowed()).isEqualTo(allowed);
        assertThat(denials(verdict)).isEqualTo(allowed ? List.of() : List.of("US-TM-ABN"));
        if (!allowed) {
            assertThat(verdict.nextAllowed()).isEqualTo(then.plus(Duration.ofDays(30)));
        }
    }

    /** 16 CFR 310.4(b)(4)(iii): whoever answers and gets no agent within two seconds hears who called. */
    @Test
    void usTelemarketingNeedsASafeHarbourMessageUnlessAnAgentIsHeld() {
        OutreachFacts facts = call(NEW_YORKER, NEW_YORK, "US");
        Manner silent = new Manner(false, false, 25, "+12125550100", false, null, null, null, Set.of());

        Verdict verdict = telesales(facts.with(silent), at(NEW_YORK, "2026-11-23T12:00"));

        assertThat(denials(verdict)).containsExactly("US-TM-MSG");
    }

    /** 16 CFR 310.4(b)(4)(ii): at least fifteen seconds of ringing. */
    @ParameterizedTest
    @CsvSource({"14, false", "15, true"})
    void usTelemarketingRingsFifteenSeconds(int seconds, boolean allowed) {
        OutreachFacts facts = call(NEW_YORKER, NEW_YORK, "US").with(Manner.byHand(seconds, "+12125550100"));

        Verdict verdict = telesales(facts, at(NEW_YORK, "2026-11-23T12:00"));

        assertThat(denials(verdict)).isEqualTo(allowed ? List.of() : List.of("US-TM-RING"));
    }

    @Test
    void aVerdictNamesEveryRuleThatWasAskedWithItsVersionAndWhatItAsksOfTheCall() {
        Verdict verdict = telesales(call(NEW_YORKER, NEW_YORK, "US"), at(NEW_YORK, "2026-11-23T07:00"));

        assertThat(verdict.rules()).contains("US-TM-HRS@1", "US-TM-DNC@1", "US-REC-ALLPARTY@1", "IN-FLIGHT", "HOLD");
        assertThat(verdict.duties()).extracting(Duty::rule).contains("US-TM-RET", "US-TM-MSG", "US-REC-ALLPARTY");
        assertThat(verdict.denials())
                .extracting(Denial::rule, Denial::version, Denial::code)
                .containsExactly(tuple("US-TM-HRS", 1, "hours"));
        assertThat(verdict.denials().get(0).params())
                .containsExactly("America/New_York", "2026-11-23T07:00", "08:00-21:00", "MON_FRI");
    }

    private static OutreachFacts debtor(String debt) {
        return call(NEW_YORKER, NEW_YORK, "US").with(target(NEW_YORKER, debt));
    }

    private static OutreachFacts.Target target(String number, String debt) {
        return OutreachFacts.Target.call(number).about("D1", debt).at(Place.PERSONAL);
    }

    private static List<PastContact> tries(Instant first, int many, String debt) {
        return IntStream.range(0, many)
                .mapToObj(i -> PastContact.call(first.plusSeconds(600L * i), NEW_YORKER, Result.NO_ANSWER)
                        .about("D1", debt))
                .toList();
    }

    private static Verdict russian(List<Instant> tries, Instant at) {
        List<PastContact> past = tries.stream()
                .map(then -> PastContact.call(then, MUSCOVITE, Result.NO_ANSWER))
                .toList();
        return collections(call(MUSCOVITE, MOSCOW, "RU").after(past), at);
    }

    private static Instant days(Instant from, int days) {
        return from.plus(Duration.ofDays(days));
    }
}
