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
import org.fairlead.campaign.LeadQuery;
import org.fairlead.campaign.LeadView;
import org.fairlead.campaign.Leads;
import org.fairlead.campaign.control.CampaignBook;
import org.fairlead.campaign.control.LeadBook;
import org.fairlead.campaign.control.LeadPage;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;

/** Leads and attempts for those who run campaigns, and for the agent who has one of them at hand. */
@Stateless
@Local(Leads.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.COMPLIANCE_OFFICER})
public class LeadDesk implements Leads {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    @Override
    public List<LeadView> leads(UUID campaignId, LeadQuery query, int first, int size) {
        return read(c -> {
            CampaignBook.basics(c, campaignId);
            return LeadBook.page(c, site(), campaignId, query, first, size);
        });
    }

    @Override
    public int count(UUID campaignId, LeadQuery query) {
        return read(c -> {
            CampaignBook.basics(c, campaignId);
            return LeadBook.count(c, campaignId, query);
        });
    }

    @Override
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.COMPLIANCE_OFFICER})
    public Optional<LeadView> ofContact(UUID contactId) {
        return read(c -> LeadBook.ofContact(c, site(), contactId));
    }

    @Override
    @RolesAllowed({Roles.AGENT, Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.COMPLIANCE_OFFICER})
    public AttemptHistory historyOfContact(UUID contactId) {
        return read(c -> LeadBook.history(c, site(), contactId, clock.instant()));
    }

    @Override
    public LeadDetail lead(UUID leadId) {
        return read(c -> LeadPage.of(c, site(), leadId, clock.instant()));
    }

    @Override
    public List<AttemptView> attempts(UUID campaignId, AttemptOrder order, int first, int size) {
        return read(c -> {
            CampaignBook.basics(c, campaignId);
            return LeadBook.attempts(c, site(), campaignId, order, first, size);
        });
    }

    /** Where the reader sits: clients show more or less of their numbers from site to site. */
    private int site() {
        return caller.caller().siteId();
    }

    private <T> T read(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for leads", e);
        }
    }
}
