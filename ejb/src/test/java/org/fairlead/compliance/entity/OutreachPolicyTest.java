package org.fairlead.compliance.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Count;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Truth table. Times are local to the zone that is named. */
class OutreachPolicyTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    private static final Holidays HOLIDAYS = (jurisdiction, day) -> day.equals(CHRISTMAS);

    private final RulePack pack = pack();

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:59, false", // Monday
        "2026-11-23T08:00, true",
        "2026-11-23T20:59, true",
        "2026-11-23T21:00, false",
        "2026-11-22T08:00, true", // Sunday: 16 CFR 310.4(c) knows no weekdays
    })
    void callsTheUsFromEightToNine(String local, boolean allowed) {
        assertThat(telesales(NEW_YORK, local, "US").allowed()).isEqualTo(allowed);
    }

    @Test
    void callsAnEasternNumberWithPacificAddressFromElevenEasternOn() {
        OutreachFacts facts = facts(List.of(NEW_YORK, LOS_ANGELES), "US");

        Verdict early = decide(facts, "COLLECTIONS", at(NEW_YORK, "2026-11-23T10:59"));
        Verdict late = decide(facts, "COLLECTIONS", at(NEW_YORK, "2026-11-23T21:00"));

        assertThat(early.allowed()).isFalse();
        assertThat(early.nextAllowed()).isEqualTo(at(NEW_YORK, "2026-11-23T11:00"));
        assertThat(early.denials()).extracting(Denial::rule).contains("US-REGF-HRS");
        assertThat(early.denials().get(0).citation()).contains("12 CFR 1006.6");
        assertThat(late.nextAllowed()).isEqualTo(at(NEW_YORK, "2026-11-24T11:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:59, false", // Saturday 10-19
        "2026-11-21T10:00, true",
        "2026-11-21T19:00, false",
        "2026-11-22T12:00, false", // Sunday never
        "2026-11-23T19:30, true",
        "2026-12-24T19:30, false", // the day before a holiday 10-19
        "2026-12-24T18:59, true",
        "2026-12-25T12:00, false", // a holiday never
    })
    void keepsItalysTelemarketingCode(String local, boolean allowed) {
        assertThat(telesales(ROME, local, "IT").allowed()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00, true", // Monday 08-22
        "2026-11-23T21:59, true",
        "2026-11-21T08:59, false", // Saturday 09-20
        "2026-11-21T19:59, true",
        "2026-12-25T08:30, false", // a holiday 09-20
    })
    void keepsRussias230FzHours(String local, boolean allowed) {
        OutreachLimits wholeDay = new OutreachLimits("COLLECTIONS", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 99, 7);

        Verdict verdict = decide(facts(List.of(MOSCOW), "RU"), wholeDay, at(MOSCOW, local));

        assertThat(verdict.allowed()).isEqualTo(allowed);
    }

    @Test
    void callsARussianDebtorOnceADayAndTwiceAWeek() {
        OutreachFacts monday = facts(List.of(MOSCOW), "RU", at(MOSCOW, "2026-11-23T10:00"));
        OutreachFacts mondayAndTuesday =
                facts(List.of(MOSCOW), "RU", at(MOSCOW, "2026-11-23T10:00"), at(MOSCOW, "2026-11-24T10:00"));

        Verdict again = decide(monday, "COLLECTIONS", at(MOSCOW, "2026-11-23T11:00"));
        Verdict thirdTime = decide(mondayAndTuesday, "COLLECTIONS", at(MOSCOW, "2026-11-25T11:00"));

        assertThat(again.denials()).extracting(Denial::rule).containsExactly("RU-COL-V-P1D");
        assertThat(again.nextAllowed()).isEqualTo(at(MOSCOW, "2026-11-24T08:00"));
        assertThat(thirdTime.denials()).extracting(Denial::rule).containsExactly("RU-COL-V-P1W");
        assertThat(thirdTime.nextAllowed()).isEqualTo(at(MOSCOW, "2026-11-30T08:00"));
    }

    @Test
    void deniesTheEighthCallInSevenDaysUntilTheFirstLeavesTheWindow() {
        Instant first = at(NEW_YORK, "2026-11-23T10:00");
        List<Instant> six =
                Stream.iterate(first, t -> t.plus(Duration.ofHours(1))).limit(6).toList();
        List<Instant> seven =
                Stream.iterate(first, t -> t.plus(Duration.ofHours(1))).limit(7).toList();
        Instant tuesday = at(NEW_YORK, "2026-11-24T10:00");
        OutreachLimits own = new OutreachLimits("COLLECTIONS", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 99, 7);

        Verdict seventh = decide(facts(List.of(NEW_YORK), "US", six), own, tuesday);
        Verdict eighth = decide(facts(List.of(NEW_YORK), "US", seven), own, tuesday);

        assertThat(seventh.allowed()).isTrue();
        assertThat(eighth.denials()).extracting(Denial::rule).containsExactly("US-REGF-7IN7");
        assertThat(eighth.nextAllowed()).isEqualTo(first.plus(Duration.ofDays(7)));
        assertThat(eighth.counts()).contains(new Count("US-REGF-7IN7", 7, 7, "PT168H"));
    }

    @Test
    void theCampaignsOwnCapAndHoursTightenTheLaw() {
        Instant nine = at(ISTANBUL, "2026-11-23T09:30");
        OutreachLimits own = new OutreachLimits("SUPPORT", LocalTime.of(10, 0), LocalTime.of(12, 0), 1, 1);

        Verdict early = decide(facts(List.of(ISTANBUL), "TR"), own, nine);
        Verdict again = decide(facts(List.of(ISTANBUL), "TR", nine), own, at(ISTANBUL, "2026-11-23T10:30"));

        assertThat(early.denials()).extracting(Denial::rule).containsExactly("CAMPAIGN-HOURS");
        assertThat(early.nextAllowed()).isEqualTo(at(ISTANBUL, "2026-11-23T10:00"));
        assertThat(again.denials()).extracting(Denial::rule).containsExactly("CAMPAIGN-CAP");
        assertThat(again.nextAllowed()).isEqualTo(at(ISTANBUL, "2026-11-24T10:00"));
    }

    @Test
    void deniesForGoodWhereNoZoneIsKnownOrTheNumberIsListed() {
        Instant noon = at(NEW_YORK, "2026-11-23T12:00");
        OutreachFacts listed =
                new OutreachFacts(new ClientId(3), "+12125550100", List.of(NEW_YORK), Set.of("US"), true, List.of());

        Verdict nowhere = decide(facts(List.of(), "US"), "TELESALES", noon);
        Verdict unwanted = decide(listed, "TELESALES", noon);

        assertThat(nowhere.deniedBy(OutreachPolicy.NO_ZONE)).isTrue();
        assertThat(nowhere.nextAllowed()).isNull();
        assertThat(unwanted.deniedBy(OutreachPolicy.DO_NOT_CALL)).isTrue();
        assertThat(unwanted.nextAllowed()).isNull();
    }

    @Test
    void anHourThatClocksPassTwiceIsJudgedTheSameBothTimes() {
        OutreachLimits night = new OutreachLimits("SUPPORT", LocalTime.of(1, 30), LocalTime.of(2, 0), 9, 7);
        Instant firstPass = Instant.parse("2026-11-01T05:30:00Z");
        Instant secondPass = Instant.parse("2026-11-01T06:30:00Z");

        OutreachFacts facts = facts(List.of(NEW_YORK), "US");

        assertThat(decide(facts, night, firstPass).allowed()).isTrue();
        assertThat(decide(facts, night, firstPass.plusSeconds(1_800)).nextAllowed())
                .isEqualTo(secondPass);
        assertThat(decide(facts, night, secondPass).allowed()).isTrue();
    }

    @Test
    void aWindowThatBeginsInTheLeftOutHourBeginsAfterIt() {
        OutreachLimits night = new OutreachLimits("SUPPORT", LocalTime.of(2, 30), LocalTime.of(4, 0), 9, 7);
        Instant before = Instant.parse("2026-03-08T06:59:00Z");

        Verdict verdict = decide(facts(List.of(NEW_YORK), "US"), night, before);

        assertThat(verdict.nextAllowed()).isEqualTo(Instant.parse("2026-03-08T07:00:00Z"));
    }

    @Test
    void namesAllRulesThatWereAskedWithTheirCitations() {
        Verdict verdict = telesales(NEW_YORK, "2026-11-22T07:00", "US", "US-AL");

        assertThat(verdict.rules())
                .contains("DO-NOT-CALL", "ZONE-UNKNOWN", "US-TM-HRS", "US-AL-TM-HRS", "CAMPAIGN-HOURS", "CAMPAIGN-CAP");
        assertThat(verdict.denials())
                .extracting(Denial::rule)
                .containsExactlyInAnyOrder("US-TM-HRS", "US-AL-TM-HRS", "CAMPAIGN-HOURS");
        assertThat(verdict.nextAllowed()).isEqualTo(at(NEW_YORK, "2026-11-23T08:00"));
    }

    private Verdict telesales(ZoneId zone, String local, String... jurisdictions) {
        return decide(facts(List.of(zone), Set.of(jurisdictions), List.of()), "TELESALES", at(zone, local));
    }

    private Verdict decide(OutreachFacts facts, String kind, Instant at) {
        return decide(facts, new OutreachLimits(kind, LocalTime.of(8, 0), LocalTime.of(21, 0), 50, 7), at);
    }

    private Verdict decide(OutreachFacts facts, OutreachLimits limits, Instant at) {
        return OutreachPolicy.decide(facts, pack.applying(facts.jurisdictions(), limits, at), at);
    }

    private static OutreachFacts facts(List<ZoneId> zones, String jurisdiction, Instant... attempts) {
        return facts(zones, Set.of(jurisdiction), List.of(attempts));
    }

    private static OutreachFacts facts(List<ZoneId> zones, String jurisdiction, List<Instant> attempts) {
        return facts(zones, Set.of(jurisdiction), attempts);
    }

    private static OutreachFacts facts(List<ZoneId> zones, Set<String> jurisdictions, List<Instant> attempts) {
        return new OutreachFacts(new ClientId(3), "+12125550100", zones, jurisdictions, false, attempts);
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static RulePack pack() {
        try (Reader csv = new InputStreamReader(
                Objects.requireNonNull(
                        RulePack.class.getResourceAsStream("/org/fairlead/compliance/outreach-rules.csv")),
                StandardCharsets.UTF_8)) {
            return RulePack.read(csv, HOLIDAYS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
