package org.fairlead.web.campaigns;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.LeadListView;
import org.fairlead.campaign.LeadQuery;
import org.fairlead.campaign.LeadView;
import org.fairlead.campaign.Leads;
import org.fairlead.campaign.Leads.AttemptOrder;
import org.fairlead.campaign.Leads.AttemptView;
import org.fairlead.client.Clients;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.compliance.Denials;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.Order;
import org.fairlead.web.tables.PagedRows;
import org.fairlead.web.tables.Query;
import org.jspecify.annotations.Nullable;

/** One campaign: its lists, the people on them, and every try to reach them with the verdict that allowed or denied it. */
@Named
@ViewScoped
public class CampaignPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Set<String> ATTEMPT_COLUMNS = Set.of("when", "verdict", "state", "next");
    private static final int ATTEMPTS = 25;
    public static final List<String> TABS = List.of("lists", "leads", "attempts");
    private static final List<String> LEAD_STATES =
            List.of("READY", "TAKEN", "CALLBACK", "DONE", "EXHAUSTED", "DO_NOT_CALL");

    @EJB
    private transient Campaigns campaigns;

    @EJB
    private transient Leads leads;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private @Nullable String idParam;
    private @Nullable String tab;
    private @Nullable String pageParam;
    private @Nullable String sortParam;
    private @Nullable String orderParam;
    private @Nullable String leadState;
    private @Nullable String search;
    private @Nullable UUID id;
    private transient @Nullable CampaignView campaign;
    private transient @Nullable List<AttemptView> attempts;

    private final PagedRows<LeadView> leadRows = new PagedRows<>(new PagedRows.Source<>() {
        @Override
        public int count() {
            return leads.count(id(), query(null, false));
        }

        @Override
        public List<LeadView> page(int first, int size, @Nullable String sortField, boolean descending) {
            return leads.leads(id(), query(sortField, descending), first, size);
        }
    });

    private LeadQuery query(@Nullable String sortField, boolean descending) {
        return new LeadQuery(leadState, search, sortField, descending);
    }

    /** The leads as they are narrowed now, as a file. */
    public String getLeadsExport() {
        var address = new LinkedHashMap<String, @Nullable String>();
        address.put("campaign", id().toString());
        address.put("state", leadState);
        address.put("search", search);
        return Query.link("/api/export/leads.csv", address);
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public void open() {
        id = Address.uuid(idParam);
        campaign = campaigns.campaign(id);
    }

    private UUID id() {
        if (id == null) {
            throw new NotFound("no campaign is open");
        }
        return id;
    }

    public CampaignView getCampaign() {
        var known = campaign;
        if (known == null) {
            known = campaigns.campaign(id());
            campaign = known;
        }
        return known;
    }

    public String getClientName() {
        return clients.client(getCampaign().client()).name();
    }

    public String getProgramName() {
        return clients.program(getCampaign().programId()).name();
    }

    /** What the rate beside it may be at most, over which time, and of how many calls it is. */
    public String getAbandonmentLimit() {
        var dialing = getCampaign().dialing();
        return viewer.getWords()
                .format(
                        "campaigns.abandonment.limit",
                        viewer.getFormats().percent(BigDecimal.valueOf(100 * dialing.abandonLimit())),
                        viewer.getWords().get("campaigns.window." + dialing.window()),
                        getCampaign().abandonment().answered());
    }

    public int getPenetration() {
        return CampaignsPage.penetration(getCampaign());
    }

    public List<LeadListView> getLists() {
        return campaigns.lists(id());
    }

    public PagedRows<LeadView> getLeadRows() {
        return leadRows;
    }

    /** Attempts of the page in the address, and one more where there is a further page. */
    public List<AttemptView> getAttempts() {
        var found = attempts;
        if (found == null) {
            found = leads.attempts(id(), attemptOrder(), (getPage() - 1) * ATTEMPTS, ATTEMPTS + 1);
            attempts = found;
        }
        return found.size() > ATTEMPTS ? found.subList(0, ATTEMPTS) : found;
    }

    private AttemptOrder attemptOrder() {
        var order = getOrder();
        return order.by() == null ? AttemptOrder.newestFirst() : new AttemptOrder(order.by(), order.descending());
    }

    /** Of the attempts. */
    public Order getOrder() {
        return Order.of("/campaign.xhtml", attempts(null), ATTEMPT_COLUMNS, sortParam, orderParam);
    }

    public String linkToPage(int page) {
        var address = attempts(page > 1 ? Integer.toString(page) : null);
        getOrder().into(address);
        return Query.link("/campaign.xhtml", address);
    }

    public String getAttemptsExport() {
        var address = new LinkedHashMap<String, @Nullable String>();
        address.put("campaign", id().toString());
        getOrder().into(address);
        return Query.link("/api/export/attempts.csv", address);
    }

    private Map<String, @Nullable String> attempts(@Nullable String page) {
        var address = new LinkedHashMap<String, @Nullable String>();
        address.put("id", id().toString());
        address.put("tab", "attempts");
        address.put("page", page);
        return address;
    }

    public @Nullable String getSortParam() {
        return sortParam;
    }

    public void setSortParam(@Nullable String sortParam) {
        this.sortParam = sortParam;
    }

    public @Nullable String getOrderParam() {
        return orderParam;
    }

    public void setOrderParam(@Nullable String orderParam) {
        this.orderParam = orderParam;
    }

    public boolean isMore() {
        return attempts != null && attempts.size() > ATTEMPTS;
    }

    /** Counted from 1; what is no number is the first. */
    public int getPage() {
        return pageParam != null && pageParam.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(pageParam) : 1;
    }

    public @Nullable String getPageParam() {
        return pageParam;
    }

    public void setPageParam(@Nullable String pageParam) {
        this.pageParam = pageParam;
    }

    public List<String> getLeadStates() {
        return LEAD_STATES;
    }

    /** The stored verdict as it was given. */
    public Verdict verdict(AttemptView attempt) {
        return Json.read(attempt.verdict(), Verdict.class);
    }

    /** A rule's no and a cap's window in the reader's words. */
    public Denials getReasons() {
        return new Denials(viewer.getWords(), viewer.getFormats());
    }

    public void start() {
        change(() -> campaigns.start(id()), "campaigns.started");
    }

    public void pause() {
        change(() -> campaigns.pause(id()), "campaigns.paused");
    }

    private void change(Runnable deed, String done) {
        try {
            deed.run();
            notices.done(done);
        } catch (Refused refused) {
            notices.refused(refused);
        }
        campaign = null;
    }

    public String getTab() {
        return tab != null && TABS.contains(tab) ? tab : TABS.get(0);
    }

    public void setTab(@Nullable String tab) {
        this.tab = tab;
    }

    public List<String> getTabs() {
        return TABS;
    }

    public @Nullable String getIdParam() {
        return idParam;
    }

    public void setIdParam(@Nullable String idParam) {
        this.idParam = idParam;
    }

    public @Nullable String getLeadState() {
        return leadState;
    }

    public void setLeadState(@Nullable String leadState) {
        this.leadState = leadState != null && LEAD_STATES.contains(leadState) ? leadState : null;
    }
}
