package org.fairlead.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.compliance.Scene.LONDON;
import static org.fairlead.compliance.Scene.MOSCOW;
import static org.fairlead.compliance.Scene.NEW_YORK;
import static org.fairlead.compliance.Scene.PARIS;
import static org.fairlead.compliance.Scene.ROME;
import static org.fairlead.compliance.Scene.at;
import static org.fairlead.compliance.Scene.call;
import static org.fairlead.compliance.Scene.collections;
import static org.fairlead.compliance.Scene.consent;
import static org.fairlead.compliance.Scene.denials;
import static org.fairlead.compliance.Scene.judge;
import static org.fairlead.compliance.Scene.standing;
import static org.fairlead.compliance.Scene.telesales;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.OutreachFacts.ConsentFact;
import org.fairlead.compliance.OutreachFacts.HoldFact;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachFacts.Standing;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PastContact.Result;
import org.fairlead.compliance.entity.OutreachPolicy;
import org.fairlead.compliance.entity.RuleLine;
import org.fairlead.compliance.entity.RulePack;
import org.fairlead.shared.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other kinds of rules, effective dates, zones and what is always asked. Local times. */
class OutreachRulesTest {

    private static final LocalDate EVER = LocalDate.of(2099, 1, 1);
    private static final String NEW_YORKER = "+15185550100";
    private static final String PARISIAN = "+33142345678";

    @Test
    void everyLineOfThePackBecomesRules() {
        assertThat(Scene.LINES).hasSize(113).allSatisfy(line -> assertThat(line.rules(null, Scene.HOLIDAYS))
                .as(line.id())
                .isNotEmpty());
    }

    /** Loi 2025-594 art 13: from 11 August 2026 on only with consent; until then the register counted. */
    @ParameterizedTest
    @CsvSource({"2026-08-10T11:00, BLOCTEL", "2026-08-12T11:00, CONSENT"})
    void aRuleIsAskedFromItsEffectiveDateOnAndNotBefore(String local, String asked) {
        OutreachFacts facts = call(PARISIAN, PARIS, "FR").with(Standing.NOTHING);

        List<String> denials = denials(telesales(facts, at(PARIS, local)));

        assertThat(denials).containsExactly(asked.equals("BLOCTEL") ? "FR-BLOCTEL" : "FR-TM-OPTIN");
    }

    /** C. conso D223-9: two windows a day; sixty days after a refusal; four attempts in thirty days. */
    @Test
    void franceHasALunchBreakARefusalAndACap() {
        OutreachFacts facts = call(PARISIAN, PARIS, "FR");
        Instant monday = at(PARIS, "2026-11-23T10:00");
        List<PastContact> four = List.of(1, 2, 3, 4).stream()
                .map(day -> PastContact.call(monday.minus(Duration.ofDays(day)), PARISIAN, Result.NO_ANSWER))
                .toList();
        PastContact no = PastContact.call(at(PARIS, "2026-11-20T11:00"), PARISIAN, Result.REFUSAL);

        Verdict lunch = telesales(facts, at(PARIS, "2026-11-23T13:30"));
        Verdict fifth = telesales(facts.after(four), monday);
        Verdict refused = telesales(facts.after(List.of(no)), monday);

        assertThat(denials(lunch)).containsExactly("FR-TM-HRS");
        assertThat(lunch.nextAllowed()).isEqualTo(at(PARIS, "2026-11-23T14:00"));
        assertThat(denials(fifth)).containsExactly("FR-TM-CAP");
        assertThat(denials(refused)).containsExactly("FR-TM-COOL");
        assertThat(refused.nextAllowed()).isEqualTo(at(PARIS, "2027-01-19T11:00"));
    }

    /** UWG §7, LGT 66.1.b, Law 6563: no telemarketing without consent, and none after it is taken back or has ended. */
    @Test
    void consentMustBeGivenForTheChannelAndStandStill() {
        Instant noon = at(PARIS, "2026-11-23T12:00");
        ConsentFact bySms = new ConsentFact(true, Channel.SMS, null, Instant.EPOCH, null);
        ConsentFact ended = new ConsentFact(true, null, null, Instant.EPOCH, noon);
        ConsentFact takenBack = new ConsentFact(false, Channel.VOICE, null, noon.minusSeconds(1), null);
        OutreachFacts facts = call("+4930123456", ZoneId.of("Europe/Berlin"), "DE");

        assertThat(telesales(facts, noon).allowed()).isTrue();
        assertThat(denials(telesales(facts.with(standing(EVER, List.of(bySms), List.of())), noon)))
                .containsExactly("DE-TM-CONS");
        assertThat(denials(telesales(facts.with(standing(EVER, List.of(ended), List.of())), noon)))
                .containsExactly("DE-TM-CONS");
        assertThat(denials(telesales(facts.with(standing(EVER, List.of(consent(), takenBack), List.of())), noon)))
                .containsExactly("CONSENT-REVOKED", "DE-TM-CONS");
        assertThat(denials(collections(facts.with(standing(EVER, List.of(takenBack), List.of())), noon)))
                .as("revoked, whatever the purpose")
                .containsExactly("CONSENT-REVOKED");
    }

    /** DL Bollette 2026: sellers of electricity and gas need an express request. */
    @Test
    void aSectorsRuleBindsItsSectorAlone() {
        Manner energy = new Manner(true, false, 25, "+390280001009", true, "electricity/gas", null, null, Set.of());
        OutreachFacts facts = call("+390612345678", ROME, "IT").with(standing(EVER, List.of(), List.of()));
        Instant noon = at(ROME, "2026-11-23T12:00");

        assertThat(telesales(facts, noon).allowed()).isTrue();
        assertThat(denials(telesales(facts.with(energy), noon))).containsExactly("IT-ENERGY");
    }

    /** 47 USC 227(b): recorded voices call cells with consent alone. */
    @Test
    void aRecordedVoiceNeedsConsentToCallACell() {
        Manner robot = new Manner(false, true, 25, "+12125550100", true, null, null, null, Set.of());
        OutreachFacts facts = call(NEW_YORKER, NEW_YORK, "US")
                .with(standing(EVER, List.of(), List.of()))
                .with(robot);

        Verdict verdict = collections(facts, at(NEW_YORK, "2026-11-23T12:00"));

        assertThat(denials(verdict)).containsExactly("US-TCPA-CELL");
    }

    /** 12 CFR 1006.38, SI 2020/1311: holds stop contact on their debt for as long as they stand. */
    @Test
    void aHoldStopsItsDebtUntilItEnds() {
        Instant noon = at(LONDON, "2026-11-23T12:00");
        Instant end = at(LONDON, "2027-01-20T00:00");
        HoldFact breathing = new HoldFact("breathing-space", "A", noon.minusSeconds(9), end);
        OutreachFacts facts = call("+442071234567", LONDON, "GB").with(standing(EVER, List.of(), List.of(breathing)));

        Verdict held = collections(facts.with(facts.target().about("D1", "A")), noon);
        Verdict other = collections(facts.with(facts.target().about("D1", "B")), noon);

        assertThat(denials(held)).containsExactly("GB-BREATH", "HOLD");
        assertThat(held.nextAllowed()).isEqualTo(end);
        assertThat(other.allowed()).isTrue();
    }

    /** TCCCPR 12-02-2025: 140 for promotion, ten-digit numbers for nobody. */
    @Test
    void theNumberShownMustHaveTheFormThatTheLawWants() {
        Instant noon = at(ZoneId.of("Asia/Kolkata"), "2026-11-23T12:00");
        OutreachFacts facts = call("+912212345678", ZoneId.of("Asia/Kolkata"), "IN");

        assertThat(denials(telesales(facts, noon))).containsExactly("IN-TM-CLI");
        assertThat(telesales(facts.with(Manner.byHand(25, "+12")), noon).denials())
                .anySatisfy(denial -> assertThat(denial.code()).isEqualTo("cli.missing"));
    }

    /** A house rule on which sites may take whom; 152-FZ art 18(5) on where data is kept. */
    @Test
    void aSitesCountryAndTheDataBasesAreRulesToo() {
        RuleLine away = new RuleLine(
                "HOUSE-SITE",
                1,
                "RU",
                "all",
                "site",
                Json.read("{\"deny\": [\"PH\"]}", JsonNode.class),
                "",
                "house",
                null,
                null);
        List<RuleLine> lines = new ArrayList<>(Scene.LINES);
        lines.add(away);
        RulePack pack = new RulePack(lines, Scene.HOLIDAYS);
        Manner manila = new Manner(true, false, 25, "+12125550100", true, null, null, "PH", Set.of("PH"));
        OutreachFacts facts = call("+74957771234", MOSCOW, "RU").with(manila);
        OutreachLimits limits = new OutreachLimits("SUPPORT", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 9, 7);

        Verdict verdict =
                OutreachPolicy.decide(facts, pack.applying(Set.of("RU"), limits), at(MOSCOW, "2026-11-23T12:00"));

        assertThat(denials(verdict)).containsExactly("HOUSE-SITE", "RU-LOC");
    }

    @Test
    void anEditedVersionHoldsFromItsDateOnAndTheOldOneUntilThen() {
        List<RuleLine> lines = new ArrayList<>(Scene.LINES);
        RuleLine old = lines.stream()
                .filter(line -> line.id().equals("TR-COL-HRS"))
                .findFirst()
                .orElseThrow();
        lines.add(new RuleLine(
                old.id(),
                2,
                old.jurisdiction(),
                old.scope(),
                old.kind(),
                Json.read("{\"mon_fri\": [\"10:00\", \"18:00\"]}", JsonNode.class),
                old.citation(),
                old.basis(),
                LocalDate.of(2026, 11, 24),
                null));
        RulePack pack = new RulePack(lines, Scene.HOLIDAYS);
        OutreachFacts facts = call("+902121234567", Scene.ISTANBUL, "TR");
        OutreachLimits limits = new OutreachLimits("COLLECTIONS", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 9, 7);

        Verdict before = OutreachPolicy.decide(
                facts, pack.applying(Set.of("TR"), limits), at(Scene.ISTANBUL, "2026-11-23T19:00"));
        Verdict night = OutreachPolicy.decide(
                facts, pack.applying(Set.of("TR"), limits), at(Scene.ISTANBUL, "2026-11-23T21:00"));

        assertThat(before.allowed()).isTrue();
        assertThat(before.rules()).contains("TR-COL-HRS@1");
        assertThat(night.denials().get(0).version()).isEqualTo(1);
        assertThat(night.nextAllowed()).isEqualTo(at(Scene.ISTANBUL, "2026-11-24T10:00"));
    }

    @Test
    void aNumberIsNotCalledTwiceAtOnce() {
        Instant noon = at(NEW_YORK, "2026-11-23T12:00");
        PastContact open = PastContact.call(noon.minusSeconds(20), "+15185550999", Result.OPEN)
                .about("D1", null);
        OutreachFacts facts = call(NEW_YORKER, NEW_YORK, "US");

        Verdict verdict = telesales(facts.with(facts.target().about("D1", null)).after(List.of(open)), noon);

        assertThat(denials(verdict)).containsExactly("IN-FLIGHT");
    }

    @Test
    void aPersonWhoIsKnownByTwoNumbersHasOneCount() {
        Instant monday = at(MOSCOW, "2026-11-23T10:00");
        PastContact other =
                PastContact.call(monday, "+79161234567", Result.NO_ANSWER).about("D1", null);
        OutreachFacts facts = call("+74957771234", MOSCOW, "RU");

        Verdict same =
                collections(facts.with(facts.target().about("D1", null)).after(List.of(other)), monday.plusSeconds(60));
        Verdict stranger =
                collections(facts.with(facts.target().about("D2", null)).after(List.of(other)), monday.plusSeconds(60));

        assertThat(denials(same)).containsExactly("RU-COL-V-P1D");
        assertThat(stranger.allowed()).isTrue();
    }

    /** 940 CMR 7.04(1)(f): at work two in thirty days. */
    @Test
    void aTelephoneAtWorkHasACountOfItsOwn() {
        Instant first = at(NEW_YORK, "2026-11-02T10:00");
        OutreachFacts facts = call("+16175550100", NEW_YORK, "US", "US-MA");
        List<PastContact> two = List.of(0, 7).stream()
                .map(day -> new PastContact(
                        first.plus(Duration.ofDays(day)),
                        Channel.VOICE,
                        false,
                        "+16175550100",
                        null,
                        null,
                        Place.WORK,
                        Result.NO_ANSWER))
                .toList();

        Verdict verdict =
                collections(facts.with(facts.target().at(Place.WORK)).after(two), at(NEW_YORK, "2026-11-23T10:00"));

        assertThat(denials(verdict)).containsExactly("US-MA-COL-CAP-OTH");
    }

    @ParameterizedTest
    @CsvSource({
        "+12125550100, US-NY US-NY-NYC, America/New_York",
        "+18505550100, US-FL, America/Chicago America/New_York",
        "+12065550100, US-WA, America/Los_Angeles",
        "+16135550100, CA-ON, America/Toronto",
    })
    void anAreaCodeSaysWhichStateAndWhichZones(String number, String states, String zones) {
        var where = Jurisdictions.of(number, new Address("US", null, null), List.of(), List.of("US"));

        assertThat(where.jurisdictions()).contains(states.split(" "));
        assertThat(where.zones()).extracting(ZoneId::getId).containsExactlyInAnyOrder(zones.split(" "));
    }

    @Test
    void theStrictestOfPrefixAddressClientAndCampaignWins() {
        var where = Jurisdictions.of(
                "+390612345678", new Address("US", "Florida", "Miami"), List.of(), List.of("TR", "FR"));

        assertThat(where.jurisdictions()).containsExactlyInAnyOrder("IT", "US", "US-FL", "TR", "FR", "EU");
        assertThat(where.zones())
                .extracting(ZoneId::getId)
                .containsExactlyInAnyOrder("Europe/Rome", "America/New_York", "America/Chicago");
    }

    @Test
    void whereNobodyKnowsTheTimeNobodyIsCalled() {
        OutreachFacts nowhere = call("+15185550100", List.of(), "US");

        Verdict verdict = judge(nowhere, "SUPPORT", at(NEW_YORK, "2026-11-23T12:00"));

        assertThat(denials(verdict)).containsExactly("ZONE-UNKNOWN");
        assertThat(verdict.nextAllowed()).isNull();
    }

    @Test
    void aCampaignsOwnCapAndHoursTightenTheLaw() {
        OutreachLimits own = new OutreachLimits("SUPPORT", LocalTime.of(10, 0), LocalTime.of(12, 0), 1, 1);
        OutreachFacts facts = call("+902121234567", Scene.ISTANBUL, "TR");
        PastContact past = PastContact.call(at(Scene.ISTANBUL, "2026-11-23T10:30"), "+902121234567", Result.NO_ANSWER);

        Verdict early = judge(facts, own, at(Scene.ISTANBUL, "2026-11-23T09:30"));
        Verdict again = judge(facts.after(List.of(past)), own, at(Scene.ISTANBUL, "2026-11-23T11:00"));

        assertThat(denials(early)).containsExactly("CAMPAIGN-HOURS");
        assertThat(early.nextAllowed()).isEqualTo(at(Scene.ISTANBUL, "2026-11-23T10:00"));
        assertThat(denials(again)).containsExactly("CAMPAIGN-CAP");
        assertThat(again.nextAllowed()).isEqualTo(at(Scene.ISTANBUL, "2026-11-24T10:30"));
    }

    @Test
    void anHourThatClocksPassTwiceIsJudgedTheSameBothTimesAndOneThatIsLeftOutNever() {
        OutreachLimits night = new OutreachLimits("SUPPORT", LocalTime.of(1, 30), LocalTime.of(2, 0), 9, 7);
        OutreachLimits spring = new OutreachLimits("SUPPORT", LocalTime.of(2, 30), LocalTime.of(4, 0), 9, 7);
        OutreachFacts facts = call(NEW_YORKER, NEW_YORK, "US");
        Instant firstPass = Instant.parse("2026-11-01T05:30:00Z");

        assertThat(judge(facts, night, firstPass).allowed()).isTrue();
        assertThat(judge(facts, night, firstPass.plusSeconds(1_800)).nextAllowed())
                .isEqualTo(firstPass.plusSeconds(3_600));
        assertThat(judge(facts, night, firstPass.plusSeconds(3_600)).allowed()).isTrue();
        assertThat(judge(facts, spring, Instant.parse("2026-03-08T06:59:00Z")).nextAllowed())
                .isEqualTo(Instant.parse("2026-03-08T07:00:00Z"));
    }

    @Test
    void storedVerdictsOfTheFirstVersionAreStillRead() {
        String stored =
                """
                {"allowed": false, "at": "2026-11-01T05:30:00Z", "nextAllowed": null, "counts": [], "rules": ["US-TM-HRS"],
                 "denials": [{"rule": "US-TM-HRS", "kind": "hours", "citation": "16 CFR 310.4(c)", "detail": "late"}]}
                """;

        Verdict verdict = Json.read(stored, Verdict.class);

        assertThat(verdict.denials().get(0).code()).isEqualTo("hours");
        assertThat(verdict.denials().get(0).params()).isEmpty();
        assertThat(Json.read(Json.write(verdict), Verdict.class)).isEqualTo(verdict);
    }

    @Test
    void aListThatIsMissingOrNamesTheNumberDenies() {
        Instant noon = at(NEW_YORK, "2026-11-23T12:00");
        OutreachFacts facts = call(NEW_YORKER, NEW_YORK, "US");
        Map<String, LocalDate> fresh = Map.of("US_NATIONAL_DNC", LocalDate.of(2026, 11, 1));

        Verdict missing = telesales(facts.with(Standing.NOTHING), noon);
        Verdict listed =
                telesales(facts.with(new Standing(Set.of("US_NATIONAL_DNC"), fresh, List.of(), List.of())), noon);
        Verdict clean = telesales(facts.with(new Standing(Set.of(), fresh, List.of(), List.of())), noon);

        assertThat(missing.denials()).extracting(Verdict.Denial::code).containsExactly("scrub_age.missing");
        assertThat(listed.denials()).extracting(Verdict.Denial::code).containsExactly("scrub_age.listed");
        assertThat(clean.allowed()).isTrue();
    }
}
