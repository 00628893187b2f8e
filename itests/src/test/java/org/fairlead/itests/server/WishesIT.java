package org.fairlead.itests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fairlead.itests.server.InServer.as;
import static org.fairlead.itests.server.InServer.ask;
import static org.fairlead.itests.server.InServer.facade;

import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fairlead.compliance.Evidence;
import org.fairlead.compliance.Wishes;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Whose wishes are seen and changed by whom, and what the trail says of it. Giulia serves Lumen Energia alone. */
@ArquillianTest
class WishesIT {

    private static final String ENGINE = "java:/jdbc/FairleadEngine";
    private static final String OFFICER = "compliance-officer";
    private static final ClientId LUMEN = new ClientId(1);
    private static final ClientId ANADOLU = new ClientId(2);
    private static final String NUMBER = "+905321119988";

    @Deployment
    static WebArchive beside() {
        return InServer.beside("wishes-it", WishesIT.class);
    }

    @Test
    void aHoldOfAnotherClientIsNotLiftedByItsIdNorUnderTheOwnClient() throws Exception {
        Wishes wishes = facade("WishDesk", Wishes.class);
        UUID hold = as("clara", OFFICER, () -> wishes.hold(ANADOLU, NUMBER, "dispute", null, null, "letter"))
                .get(0);

        assertThatThrownBy(() -> lift(wishes, ANADOLU, hold)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lift(wishes, LUMEN, hold)).isInstanceOf(NotFound.class);

        assertThat(ask(ENGINE, "select (until is null)::text from outreach_hold where hold_id = ?", hold))
                .as("it stands")
                .isEqualTo("true");
    }

    @Test
    void wishesAndContactsOfAnotherClientAreNeitherSeenNorWritten() throws Exception {
        Wishes wishes = facade("WishDesk", Wishes.class);
        String imported = "select count(*) from outreach_import where number = '" + NUMBER + "'";
        byte[] csv = ("at,number\n2026-01-05T10:00:00Z," + NUMBER + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> as("giulia", OFFICER, () -> wishes.said(ANADOLU, NUMBER)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        as("giulia", OFFICER, () -> wishes.takeIn(ANADOLU, "old.csv", new ByteArrayInputStream(csv))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        as("giulia", OFFICER, () -> wishes.hold(ANADOLU, NUMBER, "dispute", null, null, "letter")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("sena", "supervisor", () -> wishes.said(ANADOLU, NUMBER)))
                .isInstanceOf(EJBAccessException.class);

        assertThat(ask(ENGINE, imported)).isEqualTo("0");
    }

    @Test
    void eachLookIsWrittenDownOnceAndWhatLeavesTheHouseAsLeaving() throws Exception {
        Wishes wishes = facade("WishDesk", Wishes.class);
        Evidence evidence = facade("EvidenceDesk", Evidence.class);

        assertThat(entries("wishes.seen", () -> wishes.said(ANADOLU, NUMBER))).isEqualTo(1);
        assertThat(entries("evidence.seen", () -> evidence.dossier(ANADOLU, NUMBER)))
                .isEqualTo(1);
        assertThat(entries("evidence.exported", () -> evidence.exported(ANADOLU, NUMBER)))
                .as("the letter")
                .isEqualTo(1);
        assertThat(entries("evidence.exported", () -> evidence.signed(ANADOLU, NUMBER)))
                .as("the signed file")
                .isEqualTo(1);
    }

    private static UUID lift(Wishes wishes, ClientId client, UUID hold) throws Exception {
        return as("giulia", OFFICER, () -> {
            wishes.lift(client, hold, "tried");
            return hold;
        });
    }

    /** How many entries of that kind the deed leaves. */
    private static long entries(String action, Callable<?> deed) throws Exception {
        String count = "select count(*) from audit_entry where action = ? and login = 'clara'";
        long before = Long.parseLong(ask(ENGINE, count, action));
        as("clara", OFFICER, deed);
        return Long.parseLong(ask(ENGINE, count, action)) - before;
    }
}
