package org.fairlead.customer.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.UUID;
import org.fairlead.customer.CustomerCard;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.testing.ScopedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The customer of a contact, on the demo data. */
@Tag("database")
class CustomerCardTest {

    private static final UUID KNOWN = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final UUID STRANGER = UUID.fromString("01980000-0000-7000-8000-000000000002");
    private static final UUID EARLIER = UUID.fromString("01980000-0000-7000-8000-000000000003");
    private static final UUID OF_ANADOLU = UUID.fromString("01980000-0000-7000-8000-000000000004");

    private static ScopedDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new ScopedDatabase();
        contact(1, KNOWN, "+393471234571", "now()", "null");
        contact(1, STRANGER, "+393339999999", "now()", "null");
        contact(1, EARLIER, "+393471234571", "now() - interval '3 days'", "'photo-accepted'");
        contact(2, OF_ANADOLU, "+905321234567", "now()", "null");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void showsTheCustomerWithNumbersMasked() throws Exception {
        CustomerCard card = card("arben", KNOWN);

        assertThat(card.known()).isTrue();
        assertThat(card.name()).isEqualTo("Giulia Rinaldi");
        assertThat(card.remote()).isEqualTo("+39 3•• ••• •• 71");
        assertThat(card.reference()).isEqualTo("•••• 4418");
        assertThat(card.timeZone()).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(card.points()).extracting(CustomerCard.Point::masked).contains("g•••@example.it");
        assertThat(card.points()).filteredOn(CustomerCard.Point::atHand).hasSize(1);
        assertThat(card.toString()).doesNotContain("3471234571").doesNotContain("giulia.rinaldi");
    }

    @Test
    void tellsWhatWasBeforeInTheLanguageOfThePageNotOfThePerson() throws Exception {
        CustomerCard card = card("elif", KNOWN, "en");
        CustomerCard italian = card("elif", KNOWN, "it");

        assertThat(card.history()).hasSize(1);
        CustomerCard.PastContact past = card.history().get(0);
        assertThat(past.disposition()).isEqualTo("Photo accepted, rebill");
        assertThat(italian.history().get(0).disposition()).isEqualTo("Foto accettata, bolletta da rifare");
        assertThat(past.agent()).isEqualTo("Elif Kaya");
        assertThat(past.talkSeconds()).isEqualTo(370);
        assertThat(card.notes()).hasSize(2).first().satisfies(note -> assertThat(note.author())
                .isEqualTo("Besa Leka"));
    }

    @Test
    void showsTheNumberAloneForAStranger() throws Exception {
        CustomerCard card = card("arben", STRANGER);

        assertThat(card.known()).isFalse();
        assertThat(card.name()).isEmpty();
        assertThat(card.remote()).startsWith("+39 3•");
    }

    @Test
    void hidesAContactOfAnotherClient() {
        assertThatThrownBy(() -> card("arben", OF_ANADOLU)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.as(
                        "arben", beans -> beans.get(RevealNumber.class).reveal(OF_ANADOLU, "to call back")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        database.as("arben", beans -> beans.get(AddNote.class).add(OF_ANADOLU, "hello")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void revealsANumberForAReasonAndAuditsIt() throws Exception {
        String number = database.as(
                "arben", beans -> beans.get(RevealNumber.class).reveal(KNOWN, "customer asks for a text message"));

        assertThat(number).isEqualTo("+393471234571");
        assertThat(database.audit().entries())
                .contains("1 number.revealed contact " + KNOWN + " {reason=customer asks for a text message}");
        assertThatThrownBy(() -> database.as(
                        "arben", beans -> beans.get(RevealNumber.class).reveal(KNOWN, " x ")))
                .isInstanceOf(Refused.class)
                .hasMessage("reveal.reason");
    }

    @Test
    void keepsANoteWithItsAuthor() throws Exception {
        database.as("elif", beans -> beans.get(AddNote.class).add(OF_ANADOLU, "  Limit 50.000 TL istiyor. "));

        CustomerCard card = card("deniz", OF_ANADOLU);
        assertThat(card.notes()).anySatisfy(note -> {
            assertThat(note.words()).isEqualTo("Limit 50.000 TL istiyor.");
            assertThat(note.author()).isEqualTo("Elif Kaya");
            assertThat(note.at()).isEqualTo(ScopedDatabase.NOW);
        });
        assertThatThrownBy(() ->
                        database.as("elif", beans -> beans.get(AddNote.class).add(STRANGER, "who?")))
                .hasMessage("note.customer");
    }

    private static CustomerCard card(String login, UUID contact) throws Exception {
        return card(login, contact, "en");
    }

    private static CustomerCard card(String login, UUID contact, String language) throws Exception {
        return database.as(login, beans -> beans.get(ShowCard.class).card(contact, language));
    }

    private static void contact(int client, UUID id, String remote, String at, String disposition) throws SQLException {
        database.engine(
                """
                insert into contact (client_id, contact_id, program_id, direction, state, gateway, call_id, remote, agent_id,
                                     offered_at, connected_at, ended_at, disposition)
                values (%d, '%s', '01970000-0002-7000-8000-000000000%d01', 'INBOUND', 'ENDED', 'tirana', '%s', '%s',
                        '01970000-0005-7000-8000-000000000001', %s, %s, %s + interval '370 seconds', %s)
                """
                        .formatted(client, id, client, id, remote, at, at, at, disposition));
    }
}
