package org.fairlead.contact.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.contact.VoicemailAsked;
import org.fairlead.contact.VoicemailPart;
import org.fairlead.contact.Voicemails.Message;
import org.fairlead.contact.control.VoicemailRows.Ear;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages are heard by those whom they concern. */
@Tag("database")
class VoicemailRowsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int TIRANA = 3;

    private ThrowawayPostgres database;
    private Connection engine;
    private Connection people;

    @BeforeEach
    void open() throws SQLException {
        database = ThrowawayPostgres.seeded();
        engine = database.connect(DatabaseRole.ENGINE);
        people = database.connect(DatabaseRole.APP);
        people.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        people.close();
        engine.close();
        database.close();
    }

    @Test
    void agentsHearTheirOwnAndNobodysAndThoseWhoLeadHearAll() throws SQLException {
        UUID nobodys = left(1, null);
        UUID besas = left(1, person("besa"));
        UUID arbens = left(1, person("arben"));
        UUID anadolus = left(2, null);

        assertThat(heardBy("besa", false)).containsExactlyInAnyOrder(nobodys, besas);
        assertThat(heardBy("sena", true)).contains(nobodys, besas, arbens, anadolus);
        assertThat(clientOf("besa", arbens)).isFalse();
        assertThat(clientOf("besa", anadolus)).isFalse();
        assertThat(clientOf("besa", nobodys)).isTrue();
    }

    @Test
    void whoIsFirstHasSeenToIt() throws SQLException {
        UUID contact = left(1, null);
        as("besa");

        boolean first = VoicemailRows.done(people, new ClientId(1), contact, person("besa"), NOON, "called back");
        boolean second = VoicemailRows.done(people, new ClientId(1), contact, person("arben"), NOON, "me too");

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(VoicemailRows.messages(people, ear("besa", false), true, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.doneBy()).isEqualTo("Besa Leka"))
                .satisfies(one -> assertThat(one.note()).isEqualTo("called back"))
                .satisfies(one -> assertThat(one.number()).doesNotContain("3471234567"));
    }

    @Test
    void aPieceOfAnotherGatewaysCallOrOfAnUnaskedCustomerIsNobodys() throws SQLException {
        UUID asked = left(1, null);
        UUID unasked = contact(1);

        VoicemailWriting.add(
                engine,
                List.of(
                        new VoicemailPart("manila", asked, 2, 2, "f38="),
                        new VoicemailPart("tirana", unasked, 1, 1, "f38="),
                        new VoicemailPart("tirana", asked, 7, 2, "f38=")));

        assertThat(Sql.number(engine, "select count(*) from voicemail_part")).isEqualTo(1);
    }

    @Test
    void whoseDaysAreOverIsGoneWithItsSoundAndNobodyElses() throws SQLException {
        UUID old = left(1, null);
        UUID fresh = left(1, null);
        UUID anadolus = left(2, null);
        Sql.update(
                engine,
                "update voicemail set asked_at = ? where contact_id in (?, ?)",
                NOON.minus(Duration.ofDays(366)),
                old,
                anadolus);
        Sql.update(
                engine,
                "update voicemail set asked_at = ? where contact_id = ?",
                NOON.minus(Duration.ofDays(364)),
                fresh);
        assertThat(MessageAges.withOld(engine, NOON)).containsExactlyInAnyOrder(new ClientId(1), new ClientId(2));

        as("besa");
        List<UUID> gone = MessageAges.delete(people, new ClientId(1), NOON, 10);
        List<UUID> theirs = MessageAges.delete(people, new ClientId(2), NOON, 10);
        people.commit();

        assertThat(gone).containsExactly(old);
        assertThat(theirs).as("outside of the scope").isEmpty();
        assertThat(Sql.number(engine, "select count(*) from voicemail_part where contact_id = ?", old))
                .isEqualTo(0);
        assertThat(Sql.number(engine, "select count(*) from voicemail where contact_id in (?, ?)", fresh, anadolus))
                .isEqualTo(2);
    }

    /** Each node looks at the same minute. */
    @Test
    void twoNodesThatTidyAtOnceEachTakeOtherMessagesAndWaitForNobody() throws SQLException {
        UUID first = left(1, null);
        UUID second = left(1, null);
        Sql.update(engine, "update voicemail set asked_at = ?", NOON.minus(Duration.ofDays(400)));
        Sql.update(
                engine,
                "update voicemail set asked_at = ? where contact_id = ?",
                NOON.minus(Duration.ofDays(401)),
                first);
        try (Connection other = database.connect(DatabaseRole.APP)) {
            other.setAutoCommit(false);
            as("besa");
            as(other, "besa");
            try (Statement patience = other.createStatement()) {
                patience.execute("set local lock_timeout = '2s'");
            }

            List<UUID> here = MessageAges.delete(people, new ClientId(1), NOON, 1);
            List<UUID> there = MessageAges.delete(other, new ClientId(1), NOON, 10);
            people.commit();
            other.commit();

            assertThat(here).containsExactly(first);
            assertThat(there).containsExactly(second);
            assertThat(Sql.number(engine, "select count(*) from voicemail where client_id = 1"))
                    .isEqualTo(0);
        }
    }

    private List<UUID> heardBy(String login, boolean leads) throws SQLException {
        as(login);
        List<Message> messages = VoicemailRows.messages(people, ear(login, leads), false, 100);
        assertThat(VoicemailRows.open(people, ear(login, leads))).isEqualTo(messages.size());
        assertThat(messages).allSatisfy(one -> assertThat(one.complete()).isTrue());
        people.rollback();
        return messages.stream().map(Message::contact).toList();
    }

    private boolean clientOf(String login, UUID contact) throws SQLException {
        as(login);
        boolean there =
                VoicemailRows.clientOf(people, ear(login, false), contact).isPresent();
        people.rollback();
        return there;
    }

    private Ear ear(String login, boolean leads) {
        return new Ear(person(login), TIRANA, leads);
    }

    private void as(String login) throws SQLException {
        as(people, login);
    }

    private static void as(Connection who, String login) throws SQLException {
        try (Statement scope = who.createStatement()) {
            scope.execute("select * from enter_scope('" + login + "')");
        }
    }

    private UUID person(String login) {
        return Sql.one(
                        engine,
                        row -> row.getObject(1, UUID.class),
                        "select person_id from person where login = ?",
                        login)
                .orElseThrow();
    }

    private UUID contact(int client) {
        UUID id = Ids.next();
        Sql.update(
                engine,
                "insert into contact (client_id, contact_id, direction, state, gateway, call_id, offered_at, remote) "
                        + "values (?, ?, 'INBOUND', 'ENDED', 'tirana', ?, now(), '+393471234567')",
                client,
                id,
                id);
        return id;
    }

    private UUID left(int client, @Nullable UUID whose) throws SQLException {
        UUID id = contact(client);
        VoicemailWriting.ask(engine, List.of(new VoicemailAsked(client, id, whose, NOON)));
        VoicemailWriting.add(engine, List.of(new VoicemailPart("tirana", id, 1, 1, "f39/fw==")));
        return id;
    }
}
