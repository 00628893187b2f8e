package org.fairlead.campaign.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.campaign.CampaignSettings;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.FaultView;
import org.fairlead.campaign.LeadListView;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.campaign.control.CampaignBook;
import org.fairlead.campaign.control.CampaignBook.Basics;
import org.fairlead.campaign.control.LawfulLimit;
import org.fairlead.campaign.control.ListBook;
import org.fairlead.campaign.control.ListTask;
import org.fairlead.campaign.control.RecycleBook;
import org.fairlead.campaign.entity.SettingsCheck;
import org.fairlead.compliance.Outreach;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.FileName;
import org.fairlead.shared.Ids;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Campaigns for those who run them and those who watch over them. */
@Stateless
@Local(Campaigns.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.COMPLIANCE_OFFICER, Roles.INTEGRATION})
public class CampaignDesk implements Campaigns {

    private static final Duration RECENT = Duration.ofDays(1);

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Outreach outreach;

    @Inject
    private UploadSpool spool;

    @Inject
    private Event<UploadReceived> received;

    @Override
    public List<CampaignView> campaigns() {
        return query(c -> CampaignBook.all(c, recently()));
    }

    @Override
    public List<CampaignView> campaigns(ClientId client) {
        if (!caller.caller().serves(client)) {
            throw new NotFound("client " + client);
        }
        return campaigns().stream().filter(one -> one.client().equals(client)).toList();
    }

    @Override
    public CampaignView campaign(UUID campaignId) {
        return query(c -> CampaignBook.one(c, campaignId, recently()));
    }

    @Override
    @RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
    public UUID create(CampaignSettings settings) {
        check(settings);
        UUID campaignId = Ids.next();
        return query(c -> {
            LawfulLimit.require(c, outreach, settings, clock.instant());
            CampaignBook.insert(c, campaignId, settings);
            audit.record(settings.client(), "campaign.create", campaignId.toString(), Map.of("code", settings.code()));
            return campaignId;
        });
    }

    @Override
    @RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
    public void edit(UUID campaignId, CampaignSettings settings) {
        check(settings);
        query(c -> {
            CampaignSettings before = CampaignBook.settings(c, campaignId);
            LawfulLimit.require(c, outreach, settings, clock.instant());
            CampaignBook.update(c, campaignId, settings);
            audit.record(settings.client(), "campaign.edit", campaignId.toString(), settings.difference(before));
            return campaignId;
        });
    }

    @Override
    @RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
    public void start(UUID campaignId) {
        changeState(campaignId, "RUNNING", "campaign.start");
    }

    @Override
    @RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
    public void pause(UUID campaignId) {
        changeState(campaignId, "PAUSED", "campaign.pause");
    }

    @Override
    @RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.INTEGRATION})
    public UUID upload(UUID campaignId, String name, InputStream file, UploadOptions options) {
        UUID listId = Ids.next();
        return query(c -> {
            Basics campaign = CampaignBook.basics(c, campaignId);
            Path kept = spool.keep(listId, file);
            ListBook.insert(
                    c,
                    campaign.client(),
                    campaignId,
                    listId,
                    FileName.shown(name),
                    caller.caller().personId(),
                    clock.instant(),
                    options);
            ListTask task =
                    new ListTask(campaign.client(), campaignId, listId, campaign.country(), options, spool.size(kept));
            received.fire(new UploadReceived(task, kept));
            audit.record(campaign.client(), "list.upload", listId.toString(), said(name, options));
            return listId;
        });
    }

    @Override
    public List<LeadListView> lists(UUID campaignId) {
        return query(c -> {
            CampaignBook.basics(c, campaignId);
            return ListBook.ofCampaign(c, campaignId);
        });
    }

    @Override
    public LeadListView list(UUID listId) {
        return query(c -> ListBook.one(c, listId));
    }

    @Override
    public List<FaultView> faults(UUID listId, int first, int size) {
        return query(c -> {
            ListBook.one(c, listId);
            return ListBook.faults(c, listId, first, size);
        });
    }

    @Override
    public int faultCount(UUID listId) {
        return query(c -> {
            ListBook.one(c, listId);
            return ListBook.faultCount(c, listId);
        });
    }

    @Override
    public List<Spent> spent(UUID campaignId) {
        return query(c -> {
            Basics campaign = CampaignBook.basics(c, campaignId);
            return RecycleBook.spent(c, campaign.client(), campaignId);
        });
    }

    @Override
    @RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
    public int recycle(UUID campaignId, Recycling what) {
        return query(c -> {
            Basics campaign = CampaignBook.basics(c, campaignId);
            int leads = RecycleBook.recycle(c, campaign.client(), campaignId, what, clock.instant());
            audit.record(campaign.client(), "lead.recycle", campaignId.toString(), said(what, leads));
            return leads;
        });
    }

    private static Map<String, String> said(String name, UploadOptions options) {
        return Map.of(
                "name",
                FileName.shown(name),
                "known",
                options.known().name(),
                "by",
                options.by().name());
    }

    private static Map<String, String> said(Recycling what, int leads) {
        Map<String, String> said = new TreeMap<>();
        said.put("outcomes", String.join(" ", new TreeSet<>(what.outcomes())));
        said.put("days", Integer.toString(what.days()));
        said.put("leads", Integer.toString(leads));
        UUID list = what.listId();
        said.put("list", list == null ? "all" : list.toString());
        return said;
    }

    @Override
    public CampaignSettings settings(UUID campaignId) {
        return query(c -> CampaignBook.settings(c, campaignId));
    }

    private void changeState(UUID campaignId, String state, String action) {
        query(c -> {
            Basics campaign = CampaignBook.basics(c, campaignId);
            if (campaign.state().equals("ENDED")) {
                throw new Refused("campaign.ended");
            }
            CampaignBook.changeState(c, campaignId, state);
            audit.record(campaign.client(), action, campaignId.toString(), Map.of("before", campaign.state()));
            return campaignId;
        });
    }

    private void check(CampaignSettings settings) {
        if (!caller.caller().serves(settings.client())) {
            throw new NotFound("client " + settings.client());
        }
        SettingsCheck.problem(settings).ifPresent(key -> {
            throw new Refused(key);
        });
    }

    private Instant recently() {
        return clock.instant().minus(RECENT);
    }

    private <T> T query(Function<Connection, T> work) {
        return Sql.in(database, "campaigns", work);
    }
}
