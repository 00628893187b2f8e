package org.fairlead.campaign.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.campaign.LeadView;
import org.fairlead.campaign.Leads;
import org.fairlead.campaign.control.CampaignBook;
import org.fairlead.campaign.control.LeadBook;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.jspecify.annotations.Nullable;

/** Leads and attempts for those who run campaigns, and for the agent who has one of them at hand. */
@Stateless
@Local(Leads.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.COMPLIANCE_OFFICER})
public class LeadDesk implements Leads {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private Clock clock;

    @Override
    public List<LeadView> leads(UUID campaignId, @Nullable String state, int first, int size) {
        return query(c -> {
            CampaignBook.basics(c, campaignId);
            return LeadBook.page(c, campaignId, state, first, size);
        });
    }

    @Override
    public int count(UUID campaignId, @Nullable String state) {
        return query(c -> {
            CampaignBook.basics(c, campaignId);
            return LeadBook.count(c, campaignId, state);
        });
    }

    @Override
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.COMPLIANCE_OFFICER})
    public Optional<LeadView> ofContact(UUID contactId) {
        return query(c -> LeadBook.ofContact(c, contactId));
    }

    @Override
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.COMPLIANCE_OFFICER})
    public AttemptHistory historyOfContact(UUID contactId) {
        return query(c -> LeadBook.history(c, contactId, clock.instant()));
    }

    @Override
    public List<AttemptView> attempts(UUID campaignId, int first, int size) {
        return query(c -> {
            CampaignBook.basics(c, campaignId);
            return LeadBook.attempts(c, campaignId, first, size);
        });
    }

    private <T> T query(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for leads", e);
        }
    }
}
