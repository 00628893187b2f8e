package org.fairlead.dialer.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.Attempts;
import org.fairlead.campaign.Attempts.LeadFate;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Outreach.Wish;
import org.fairlead.compliance.PeopleStopped;
import org.fairlead.compliance.Verdict;
import org.fairlead.dialer.control.JudgeInLine;
import org.fairlead.security.Audit;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.ClientId;

/** The dialer's transactions: each in the scope of one client, each committed when its method returns. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class DialRound {

    private static final String WORK = "dialer";

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private SystemScope scope;

    @Inject
    private Attempts attempts;

    @Inject
    private Outreach outreach;

    @Inject
    private Audit audit;

    @Inject
    private Event<PeopleStopped> stopped;

    @Inject
    private Clock clock;

    /** Leads whose attempts are written and committed: they may leave. */
    public List<TakenLead> take(RunningCampaign campaign, int wanted) {
        return within(campaign.client(), c -> attempts.take(c, campaign, wanted, () -> outreach.now(c)));
    }

    /** Frees the lead of an attempt that was not handed over. */
    public void giveBack(ClientId client, UUID attemptId) {
        within(client, c -> attempts.giveBack(c, client, attemptId, clock.instant()));
    }

    /** Ends an attempt; a second end changes nothing. */
    public Optional<LeadFate> end(AttemptEnd end) {
        Optional<LeadFate> fate = within(end.client(), c -> attempts.end(c, end));
        fate.filter(LeadFate::doNotCall).ifPresent(lead -> listed(end.client(), lead.number(), end.attemptId()));
        return fate;
    }

    /** Puts a caller on the do-not-call list when the contact's disposition says so. */
    public void hear(Wish wish) {
        within(wish.client(), c -> outreach.listCaller(c, wish.client(), wish.contactId(), wish.at()))
                .ifPresent(number -> listed(wish.client(), number, wish.contactId()));
    }

    /** Another campaign may be about to call the same number: it is taken back once this is committed. */
    private void listed(ClientId client, String number, UUID contactId) {
        stopped.fire(new PeopleStopped(Set.of(client)));
        audit.record(
                client, "do-not-call.add", number, Map.of("source", "disposition", "contact", contactId.toString()));
    }

    /** Learns how likely the client's leads answer, from the client's own attempts. */
    public boolean learn(ClientId client) {
        return within(client, c -> attempts.learn(c, client, outreach.now(c)));
    }

    /** Attempts that are under way and no longer wanted by whom they are to reach. */
    public List<UUID> unwanted(ClientId client) {
        return within(client, c -> attempts.unwanted(c, client, outreach.now(c)));
    }

    /** Asks again for an attempt that waits to leave. */
    public Optional<Verdict> judgeAgain(ClientId client, UUID attemptId) {
        return within(client, c -> attempts.judgeAgain(c, client, attemptId, outreach.now(c)));
    }

    /** Asks for a customer whose turn it is to be called back. */
    public Optional<Verdict> judgeInLine(ClientId client, UUID callback) {
        return within(client, c -> new JudgeInLine(c, outreach).judge(client, callback, outreach.now(c)));
    }

    private interface Work<T> {
        T in(Connection c);
    }

    private <T> T within(ClientId client, Work<T> work) {
        scope.enter(WORK, Set.of(client));
        try (Connection c = database.getConnection()) {
            return work.in(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the dialer", e);
        }
    }
}
