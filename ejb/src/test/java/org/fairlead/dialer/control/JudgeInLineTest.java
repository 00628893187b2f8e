package org.fairlead.dialer.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.Outreach.Effort;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The outreach decision for customers who are called back in line. */
@Tag("database")
class JudgeInLineTest {

    private static final ClientId LUMEN = new ClientId(1);
    private static final String NUMBER = "+390289123456";
    private static final String OTHER = "+390289654321";
    /** A Tuesday noon in Rome. */
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    private final UUID callback = UUID.randomUUID();
    private ThrowawayPostgres database;
    private Connection c;

    @BeforeEach
    void asked() throws SQLException {
        database = ThrowawayPostgres.seeded();
        c = database.connect(DatabaseRole.APP);
        c.setAutoCommit(false);
        scope("{1}");
        Sql.update(
                c,
                """
                insert into line_callback (client_id, callback_id, asked_in, queue_id, program_id, number, language, caller_id,
                  asked_at)
                select client_id, ?, gen_random_uuid(), queue_id, program_id, ?, 'it', '+390280001001', now() from queue
                where client_id = 1 limit 1
                """,
                callback,
                NUMBER);
        Sql.update(
                c,
                """
                insert into contact (client_id, contact_id, program_id, queue_id, direction, state, remote, gateway, call_id,
                  offered_at)
                select client_id, callback_id, program_id, queue_id, 'OUTBOUND', 'RESERVED', number, 'izmir', callback_id, asked_at
                from line_callback where callback_id = ?
                """,
                callback);
    }

    @AfterEach
    void close() throws SQLException {
        c.close();
        database.close();
    }

    private void scope(String clients) throws SQLException {
        try (PreparedStatement set = c.prepareStatement("select set_config('fairlead.clients', ?, true)")) {
            set.setString(1, clients);
            set.execute();
        }
    }

    private Optional<Verdict> judge(Instant at) {
        return new JudgeInLine(c, new RuledOutreach()).judge(LUMEN, callback, at);
    }

    @Test
    void whoAskedForItMayBeCalledOnceAndTheAnswerIsKept() {
        Verdict verdict = judge(NOON).orElseThrow();

        assertThat(verdict.denials()).isEmpty();
        assertThat(verdict.rules()).isNotEmpty();
        assertThat(Sql.number(
                        c,
                        "select count(*) from line_callback where callback_id = ? and (verdict ->> 'allowed')::boolean"
                                + " and judged_at is not null",
                        callback))
                .isEqualTo(1);
    }

    @Test
    void whoLetAnAllowedCallLieMayMakeItLaterAndOneThatWasDialledIsNotJudgedAgain() {
        judge(NOON);

        Verdict again = judge(NOON.plusSeconds(90)).orElseThrow();
        reaches("CONNECTING", null, null);

        assertThat(again.denials()).isEmpty();
        assertThat(judge(NOON.plusSeconds(91))).as("it is on its way").isEmpty();
    }

    @Test
    void theCallIsUnderWayAndThenATalkForEveryCampaign() {
        String same = "P-1";
        knows(same);
        Verdict before = campaign(NUMBER, null);

        judge(NOON);
        Verdict during = campaign(NUMBER, null);
        Verdict elsewhere = campaign(OTHER, same);
        reaches("ENDED", "BUSY", null);
        Verdict busy = campaign(NUMBER, null);
        reaches("ENDED", "HANDLED", null);
        Verdict talked = campaign(NUMBER, null);

        assertThat(before.denials()).isEmpty();
        assertThat(rules(during)).contains("IN-FLIGHT");
        assertThat(rules(elsewhere)).as("the same person at another number").contains("IN-FLIGHT");
        assertThat(busy.denials()).isEmpty();
        assertThat(rules(talked)).containsExactly("IT-COL-CAP1");
    }

    @Test
    void whatNeverLeftOrWasNoTalkCountsAsNone() {
        judge(NOON);
        reaches("ENDED", "EXPIRED", null);
        Verdict expired = campaign(NUMBER, null);
        reaches("ENDED", "HANDLED", "NO_CONTACT");
        Verdict machine = campaign(NUMBER, null);

        assertThat(expired.denials()).isEmpty();
        assertThat(expired.counts()).allMatch(count -> count.seen() == 0);
        assertThat(machine.denials()).isEmpty();
        assertThat(machine.counts()).anyMatch(count -> count.seen() == 1);
    }

    @Test
    void whatStandsForThePersonStandsAtTheTypedNumberToo() {
        knows("P-1");
        Sql.update(
                c,
                """
                insert into outreach_hold (client_id, hold_id, person, kind, since, source)
                values (1, gen_random_uuid(), 'P-1', 'dispute', '2026-11-01Z', 'letter')
                """);

        assertThat(rules(judge(NOON).orElseThrow())).containsExactly("HOLD");
    }

    private void knows(String reference) {
        UUID customer = UUID.randomUUID();
        Sql.update(
                c,
                """
                insert into customer (client_id, customer_id, name, language, country, reference)
                values (1, ?, 'Anna', 'it', 'IT', ?)
                """,
                customer,
                reference);
        Sql.update(c, "update line_callback set customer_id = ? where callback_id = ?", customer, callback);
    }

    /** @param category of the disposition that its agent chose, null for none */
    private void reaches(String state, String outcome, String category) {
        Sql.update(
                c,
                """
                update disposition d set category = coalesce(?, category) from line_callback w
                where d.client_id = w.client_id and d.program_id = w.program_id and w.callback_id = ?
                """,
                category,
                callback);
        Sql.update(
                c,
                """
                update contact k set state = ?, outcome = ?, ended_at = case when ?::text is null then null else now() end,
                  disposition = (select min(d.code) from disposition d where d.client_id = k.client_id
                    and d.program_id = k.program_id and d.category = ?)
                where contact_id = ?
                """,
                state,
                outcome,
                outcome,
                category,
                callback);
    }

    /** A collections campaign of the same client's comes to the number an hour later. */
    private Verdict campaign(String number, String person) {
        var limits = new OutreachLimits("COLLECTIONS", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 1_000, 1);
        var effort = new Effort(LUMEN, null, Channel.VOICE, List.of("IT"), Manner.byHand(30, "+390280001001"), limits);
        var address = new Address(PhoneNumbers.of(number).country(), null, null);
        var candidate = new Candidate(number, person, null, Place.PERSONAL, address, List.of(), null);
        return new RuledOutreach()
                .judge(c, effort, List.of(candidate), NOON.plusSeconds(3600))
                .get(0);
    }

    private static List<String> rules(Verdict verdict) {
        return verdict.denials().stream().map(Verdict.Denial::rule).toList();
    }

    @Test
    void whoIsOnTheDoNotCallListIsNotCalledAndWhyIsKept() {
        new RuledOutreach().list(c, LUMEN, NUMBER, "test", NOON);

        Verdict verdict = judge(NOON).orElseThrow();

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.deniedBy("do_not_call")).isTrue();
        assertThat(Sql.number(
                        c,
                        "select count(*) from line_callback where callback_id = ?"
                                + " and not (verdict ->> 'allowed')::boolean",
                        callback))
                .isEqualTo(1);
    }

    @Test
    void anotherClientsWishIsNotThere() throws SQLException {
        scope("{2}");

        assertThat(new JudgeInLine(c, new RuledOutreach()).judge(new ClientId(2), callback, NOON))
                .isEmpty();
        assertThat(judge(NOON)).isEmpty();
    }
}
