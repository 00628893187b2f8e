package org.fairlead.compliance.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.collections.control.DebtNameBook;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.DebtNames;
import org.fairlead.compliance.Evidence.Dossier;
import org.fairlead.compliance.PeopleStopped;
import org.fairlead.compliance.Rulebook.RuleEdit;
import org.fairlead.compliance.Rulebook.Trial;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.ConsentWord;
import org.fairlead.compliance.Wishes.Hold;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a compliance officer writes down and looks up. */
@Tag("database")
class RecordsTest {

    private static final ClientId CLIENT = TestCampaign.CLIENT;
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final String NUMBER = "+15185550100";

    private final TestCampaign campaign = new TestCampaign();
    private final DebtNames names = new DebtNameBook();
    private final List<PeopleStopped> stopped = new ArrayList<>();
    private Connection c;

    @BeforeEach
    void enter() {
        c = campaign.scoped(CLIENT);
    }

    @AfterEach
    void leave() throws SQLException {
        c.close();
        campaign.close();
    }

    @Test
    void whatStandsForAPersonIsSeenUnderAnyOfTheirNumbers() {
        String other = "+15185550177";
        campaign.execute(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones, reference)
                values (7, '%1$s', '%2$s', '%3$s', '%4$s', 'Anna', 'US', '{America/New_York}', 'P-1');
                insert into lead_number (client_id, lead_id, turn, number, time_zones)
                values (7, '%1$s', 0, '%4$s', '{America/New_York}'), (7, '%1$s', 1, '%5$s', '{America/New_York}');
                insert into outreach_hold (client_id, hold_id, person, kind, since, source)
                values (7, gen_random_uuid(), 'P-1', 'dispute', '2026-11-01Z', 'letter');
                insert into consent (client_id, consent_id, person, given, since, source, proof, recorded_by, recorded_at)
                values (7, gen_random_uuid(), 'P-1', false, '2026-11-01Z', 'letter', 'p. 4', 'clara', '2026-11-01Z')
                """
                        .formatted(UUID.randomUUID(), TestCampaign.CAMPAIGN, TestCampaign.LIST, NUMBER, other));

        WishBook book = new WishBook(c, CLIENT, names, stopped::add);

        assertThat(book.said(other).holds()).hasSize(1);
        assertThat(book.said(other).consents()).hasSize(1);
    }

    @Test
    void anEditIsTheNextVersionAndTheDecisionGoesByItAtOnce() {
        RuledOutreach outreach = new RuledOutreach();
        Trial trial = new Trial(TestCampaign.CAMPAIGN, NUMBER, null, NOON);
        Verdict before = new RuleRegister(c).tryOut(outreach, trial);

        int version = new RuleRegister(c).write(CLIENT, edit("SEVEN-HOURS", "2026-11-23"), "clara", NOON);
        Verdict after = new RuleRegister(c).tryOut(outreach, trial);

        assertThat(before.allowed()).isTrue();
        assertThat(version).isEqualTo(1);
        assertThat(after.denials()).extracting(Verdict.Denial::rule).containsExactly("SEVEN-HOURS");
        assertThat(new RuleRegister(c).write(CLIENT, edit("SEVEN-HOURS", "2026-11-24"), "clara", NOON))
                .isEqualTo(2);
        assertThat(new RuleRegister(c).rules(CLIENT, NOON))
                .filteredOn(rule -> rule.id().equals("SEVEN-HOURS"))
                .extracting(rule -> rule.version() + " " + rule.inForce())
                .containsExactly("2 false", "1 true");
    }

    @Test
    void aRuleThatCannotBeReadOrWouldRewriteThePastIsRefused() {
        RuleRegister register = new RuleRegister(c);
        RuleEdit broken = new RuleEdit(
                "X",
                "US",
                "all",
                "frequency_cap",
                "{\"max\": 1, \"window\": \"soon\"}",
                "",
                "",
                LocalDate.of(2026, 11, 23),
                null,
                "why");

        assertThatThrownBy(() -> register.write(CLIENT, broken, "clara", NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("rule.parameters");
        assertThatThrownBy(() -> register.write(CLIENT, edit("X", "2026-11-22"), "clara", NOON))
                .hasMessage("rule.from");
        assertThatThrownBy(() -> register.write(CLIENT, edit("US-TM-HRS", "2026-11-23"), "clara", NOON))
                .as("a client does not take the place of the law")
                .hasMessage("rule.foreign");
    }

    @Test
    void aConsentNeedsProofAndTheLastWordCounts() {
        WishBook wishes = wishes();

        wishes.consent(word(true, NOON.minusSeconds(9), "form 12"), "clara", NOON);
        wishes.consent(word(false, NOON.minusSeconds(5), "letter"), "clara", NOON);
        Verdict verdict =
                new RuleRegister(c).tryOut(new RuledOutreach(), new Trial(TestCampaign.CAMPAIGN, NUMBER, null, NOON));

        assertThat(verdict.denials()).extracting(Verdict.Denial::rule).contains("CONSENT-REVOKED");
        assertThat(wishes.said(NUMBER).consents()).hasSize(2);
        assertThatThrownBy(() -> wishes.consent(word(true, NOON, " "), "clara", NOON))
                .hasMessage("proof");
    }

    @Test
    void whatWasDoneElsewhereIsTakenInOnceAndWholeOrNotAtAll() throws SQLException {
        String csv = "at,number,result\n2026-11-20T10:00:00Z,(518) 555-0100,NO_ANSWER\n2026-11-20T11:00:00Z," + NUMBER
                + ",\n";
        TakeInPast past = new TakeInPast(wishes(), "old.csv", "clara", NOON);

        assertThat(past.take(stream(csv))).isEqualTo(2);
        assertThat(past.take(stream(csv))).isZero();
        assertThatThrownBy(() -> past.take(stream("at,number\nyesterday," + NUMBER + "\n")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.arguments())
                        .extracting(String::valueOf)
                        .containsExactly("2", "at"));
        assertThat(new EvidenceBook(c, CLIENT)
                        .dossier(NUMBER, wishes(), "clara", NOON)
                        .events())
                .extracting(event -> event.result())
                .containsExactly("UNKNOWN", "NO_ANSWER");
    }

    @ParameterizedTest
    @CsvSource({
        "'', import.columns",
        "'at,number\n', import.empty",
        "'when,number\n2026-11-20T10:00:00Z,+15185550100\n', import.columns",
        "'at,number,at\n', import.columns",
        "'at,number\n2026-11-24T10:00:00Z,+15185550100\n', import.row",
        "'at,number,person\n2026-11-20T10:00:00Z,+15185550100,\u00c5sa\n', import.encoding",
    })
    void aBadFileOfContactsMadeElsewhereIsRefusedWhole(String csv, String why) {
        TakeInPast past = new TakeInPast(wishes(), "old.csv", "clara", NOON);
        byte[] foreign = csv.getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> past.take(new ByteArrayInputStream(foreign)))
                .isInstanceOf(Refused.class)
                .hasMessage(why);
        assertThat(Sql.number(c, "select count(*) from outreach_import")).isZero();
    }

    @Test
    void aHoldNeedsAKnownReasonASourceAndAnEndAfterItsBeginning() {
        WishBook wishes = wishes();

        assertThatThrownBy(() -> wishes.hold(NUMBER, "mood", null, NOON, null, "letter"))
                .hasMessage("hold.kind");
        assertThatThrownBy(() -> wishes.hold(NUMBER, "dispute", null, NOON, null, " "))
                .hasMessage("hold.source");
        assertThatThrownBy(() -> wishes.hold(NUMBER, "dispute", null, NOON, LocalDate.of(2026, 11, 22), "letter"))
                .hasMessage("until");
    }

    @Test
    void theLastDayOfAHoldAndOfAConsentEndsWhereTheClientIs() {
        LocalDate lastDay = LocalDate.of(2026, 11, 24);
        Instant midnightInNewYork = Instant.parse("2026-11-25T05:00:00Z");

        wishes().hold(NUMBER, "dispute", null, NOON, lastDay, "letter");
        wishes().consent(
                        new ConsentWord(NUMBER, null, null, null, true, NOON, lastDay, "web", "form 12"),
                        "clara",
                        NOON);

        assertThat(wishes().said(NUMBER).holds()).extracting(Hold::until).containsExactly(midnightInNewYork);
        assertThat(wishes().said(NUMBER).consents()).extracting(Consent::until).containsExactly(midnightInNewYork);
    }

    @Test
    void whatCollectionsStopIsSeenBesideTheNumberAndLiftedThere() {
        campaign.execute(
                """
                insert into customer (client_id, customer_id, name, language, country, reference)
                  values (7, '%1$s', 'Ann', 'en', 'US', 'C-1');
                insert into contact_point (client_id, contact_point_id, customer_id, kind, value)
                  values (7, '%1$s', '%1$s', 'PHONE', '%2$s')
                """
                        .formatted(TestCampaign.PERSON, NUMBER));
        Sql.update(
                c,
                """
                insert into outreach_hold (client_id, hold_id, number, person, debt, kind, since, until, source)
                values (7, ?, null, 'C-1', null, 'cease', ?, null, 'debt'), (7, ?, null, 'C-2', null, 'cease', ?, null, 'debt')
                """,
                TestCampaign.LIST,
                NOON,
                TestCampaign.PERSON,
                NOON);

        List<Hold> holds = new EvidenceBook(c, CLIENT)
                .dossier(NUMBER, wishes(), "clara", NOON)
                .holds();

        assertThat(holds).singleElement().satisfies(hold -> assertThat(hold.kind() + " " + hold.ofNumber())
                .isEqualTo("cease false"));
        assertThatThrownBy(() -> wishes().lift(TestCampaign.LIST, NOON)).hasMessage("hold.elsewhere");
    }

    @Test
    void whatMayStopAnAttemptThatWaitsIsToldAtOnce() {
        wishes().hold(NUMBER, "dispute", null, NOON, null, "letter");
        wishes().consent(word(false, NOON, "letter"), "clara", NOON);
        TakeInPast past = new TakeInPast(wishes(), "old.csv", "clara", NOON);
        String csv = "at,number\n2026-11-20T10:00:00Z," + NUMBER + "\n";

        past.take(stream(csv));
        past.take(stream(csv));

        assertThat(stopped)
                .as("a file that brings nothing new stops nobody")
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.clients()).containsExactly(CLIENT));
    }

    @Test
    void aDossierIsSignedSoThatAChangedLetterShows(@TempDir Path folder) throws Exception {
        wishes().consent(word(true, NOON, "form 12"), "clara", NOON);
        wishes().hold(NUMBER, "dispute", "A", NOON, null, "letter");
        Dossier dossier = new EvidenceBook(c, CLIENT).dossier(NUMBER, wishes(), "clara", NOON);
        String body = Json.write(dossier);
        EvidenceKey key = new EvidenceKey(folder.resolve("key"));

        EvidenceKey.Signed signed = key.sign(body);

        assertThat(holds(body, signed)).isTrue();
        assertThat(holds(body.replace("dispute", "nothing"), signed)).isFalse();
        assertThat(key.sign(body).publicKey()).isEqualTo(signed.publicKey());
        assertThat(Json.read(body, JsonNode.class).path("holds")).hasSize(1);
        assertThat(folder.resolve("key").toFile().canExecute()).isFalse();
    }

    @Test
    void aDossierNamesNoListWhoseEntryHasEnded() {
        campaign.execute("insert into do_not_call (client_id, number, since, source, expires_at) values (7, '%1$s',"
                .concat(" timestamptz '%2$s' - interval '9 days', 'letter', timestamptz '%2$s')")
                .formatted(NUMBER, NOON));
        EvidenceBook book = new EvidenceBook(c, CLIENT);

        List<String> before =
                book.dossier(NUMBER, wishes(), "clara", NOON.minusSeconds(1)).lists();
        List<String> after = book.dossier(NUMBER, wishes(), "clara", NOON).lists();

        assertThat(before).contains("INTERNAL");
        assertThat(after).doesNotContain("INTERNAL");
    }

    @Test
    void alarmsNameRegistersThatGrowOld() {
        campaign.execute("update outreach_register set list_date = '2026-11-01'");

        assertThat(new EvidenceBook(c, CLIENT).alarms(NOON))
                .anySatisfy(alarm -> assertThat(alarm.params()).contains("US_NATIONAL_DNC", "22"));
    }

    @Test
    void theFactsOfAnotherClientAreNotReadByAskingForThem() throws SQLException {
        campaign.execute(
                """
                insert into do_not_call (client_id, number, since, source) values (8, '%1$s', now(), 'letter');
                insert into outreach_hold (client_id, hold_id, number, kind, since, source)
                  values (8, gen_random_uuid(), '%1$s', 'dispute', now(), 'letter')
                """
                        .formatted(NUMBER));
        String facts = "select count(*) from outreach_facts(8, null, array[?], '{}', now(), '-infinity', null)"
                + " where what in ('LIST', 'HOLD')";

        try (Connection own = campaign.scoped(TestCampaign.STRANGER)) {

            assertThat(Sql.number(c, facts, NUMBER)).isZero();
            assertThat(Sql.number(own, facts, NUMBER)).isEqualTo(2);
        }
    }

    private WishBook wishes() {
        return new WishBook(c, CLIENT, names, stopped::add);
    }

    private static boolean holds(String body, EvidenceKey.Signed signed) throws Exception {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(signed.publicKey()))));
        check.update(body.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder().decode(signed.signature()));
    }

    private static RuleEdit edit(String id, String from) {
        return new RuleEdit(
                id,
                "US",
                "telemarketing",
                "hours",
                "{\"mon_fri\": [\"15:00\", \"16:00\"]}",
                "contract 4.2",
                "contract",
                LocalDate.parse(from),
                null,
                "the client wants it");
    }

    private static ConsentWord word(boolean given, Instant since, String proof) {
        return new ConsentWord("(518) 555-0100", null, Channel.VOICE, null, given, since, null, "web", proof);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
