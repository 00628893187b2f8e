package org.fairlead.compliance.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.collections.control.DebtNameBook;
import org.fairlead.compliance.DebtNames;
import org.fairlead.compliance.Evidence;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Wishes;
import org.fairlead.compliance.Wishes.ConsentWord;
import org.fairlead.compliance.Wishes.Elsewhere;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.testing.Beans;
import org.fairlead.testing.FakeAudit;
import org.fairlead.testing.FakeEvent;
import org.fairlead.testing.OneTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose wishes are seen and changed by whom, and what the trail says of it. */
@Tag("database")
class WishDeskTest {

    private static final ClientId CLIENT = TestCampaign.CLIENT;
    private static final String NUMBER = "+15185550100";

    private final TestCampaign campaign = new TestCampaign();
    private final FakeAudit audit = new FakeAudit();
    private final FakeEvent<Object> stopped = new FakeEvent<>();
    private Connection own;
    private Connection strange;

    @BeforeEach
    void enter() {
        own = campaign.scoped(CLIENT);
        strange = campaign.scoped(TestCampaign.STRANGER);
    }

    @AfterEach
    void leave() throws SQLException {
        own.close();
        strange.close();
        campaign.close();
    }

    @Test
    void aHoldIsNotLiftedByWhoServesAnotherClientNorUnderThatClient() throws SQLException {
        UUID hold = desk(CLIENT, own)
                .hold(CLIENT, NUMBER, "dispute", null, null, "letter")
                .get(0);
        own.commit();
        Wishes stranger = desk(TestCampaign.STRANGER, strange);

        assertNotFound(() -> stranger.lift(CLIENT, hold, "tried"));
        assertNotFound(() -> stranger.lift(TestCampaign.STRANGER, hold, "tried"));

        assertThat(campaign.count("outreach_hold where until is null"))
                .as("it stands")
                .isEqualTo(1);
    }

    @Test
    void nothingOfAnotherClientIsSeenOrWritten() {
        Wishes stranger = desk(TestCampaign.STRANGER, strange);
        ConsentWord word = new ConsentWord(NUMBER, null, null, null, true, Instant.EPOCH, null, "web", "form 12");
        Elsewhere call = new Elsewhere(Instant.EPOCH, NUMBER, null, null);

        assertNotFound(() -> stranger.said(CLIENT, NUMBER));
        assertNotFound(() -> stranger.consent(CLIENT, word));
        assertNotFound(() -> stranger.hold(CLIENT, NUMBER, "dispute", null, null, "letter"));
        assertNotFound(() -> stranger.takeIn(CLIENT, "old.csv", csv()));
        assertNotFound(() -> stranger.takeIn(CLIENT, "placement", List.of(call)));

        assertThat(audit.entries()).isEmpty();
        assertThat(stopped.fired()).isEmpty();
    }

    @Test
    void aLookIsWrittenDownOnce() {
        desk(CLIENT, own).said(CLIENT, "(518) 555-0100");

        assertThat(audit.entries()).containsExactly("7 wishes.seen " + NUMBER + " {}");
    }

    @Test
    void aFileThatMayFillACapTakesBackWhatWaits() {
        Wishes wishes = desk(CLIENT, own);

        wishes.takeIn(CLIENT, "old.csv", csv());
        wishes.takeIn(CLIENT, "old.csv", csv());

        assertThat(stopped.fired()).as("what was there already fills nothing").hasSize(1);
    }

    @Test
    void evidenceThatLeavesTheHouseIsNotWrittenDownAsALook() {
        EvidenceDesk evidence = beans(CLIENT, own).get(EvidenceDesk.class);

        evidence.dossier(CLIENT, NUMBER);
        evidence.exported(CLIENT, NUMBER);

        assertThat(audit.entries())
                .containsExactly("7 evidence.seen " + NUMBER + " {}", "7 evidence.exported " + NUMBER + " {}");
    }

    @Test
    void whatIsSignedNamesTheFileThatProvesAConsentAndItsHash() {
        Beans beans = beans(CLIENT, own);
        Wishes wishes = beans.get(WishDesk.class);
        EvidenceDesk evidence = beans.get(EvidenceDesk.class);
        UUID consent = wishes.consent(
                CLIENT, new ConsentWord(NUMBER, null, null, null, true, Instant.EPOCH, null, "web", "form 12"));
        var kept = wishes.keepProof(
                CLIENT, consent, "form.pdf", new ByteArrayInputStream("%PDF-1".getBytes(StandardCharsets.UTF_8)));

        Evidence.Export export = evidence.export(CLIENT, NUMBER);

        assertThat(export.signed()).contains("form.pdf", kept.sha256(), "signature");
        assertThat(audit.entries()).last().asString().startsWith("7 evidence.exported " + NUMBER);
        assertNotFound(() ->
                beans(TestCampaign.STRANGER, strange).get(EvidenceDesk.class).export(CLIENT, NUMBER));
    }

    private static void assertNotFound(ThrowingCallable tried) {
        assertThatThrownBy(tried).isInstanceOf(NotFound.class);
    }

    private Wishes desk(ClientId serves, Connection transaction) {
        return beans(serves, transaction).get(WishDesk.class);
    }

    private Beans beans(ClientId serves, Connection transaction) {
        Caller caller = new Caller(TestCampaign.PERSON, "clara", "Clara", 1, "en", Set.of(serves));
        return new Beans()
                .with(DataSource.class, OneTransaction.of(transaction))
                .with(CurrentCaller.class, () -> caller)
                .with(Audit.class, audit)
                .with(Outreach.class, new RuledOutreach())
                .with(Event.class, stopped)
                .with(DebtNames.class, new DebtNameBook());
    }

    private static InputStream csv() {
        return new ByteArrayInputStream(
                ("at,number\n2026-01-05T10:00:00Z," + NUMBER + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
