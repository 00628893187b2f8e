package org.fairlead.web.campaigns;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.Campaigns;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.Order;
import org.jspecify.annotations.Nullable;

/** All campaigns that the reader may see, how far they are, and the switch for each. */
@Named
@RequestScoped
public class CampaignsPage {

    private static final Set<String> COLUMNS =
            Set.of("name", "client", "mode", "state", "leads", "penetration", "open", "today", "denied");

    @EJB
    private Campaigns campaigns;

    @Inject
    private Viewer viewer;

    @EJB
    private Clients clients;

    @Inject
    private Notices notices;

    private @Nullable List<CampaignView> all;
    private @Nullable Map<ClientId, ClientView> byId;
    private @Nullable String clientParam;
    private @Nullable String sortParam;
    private @Nullable String orderParam;

    public List<CampaignView> getRows() {
        if (all == null) {
            all = campaigns.campaigns();
        }
        var found = all.stream()
                .filter(c -> clientParam == null || c.client().toString().equals(clientParam));
        var by = getOrder().by();
        if (by == null) {
            return found.toList();
        }
        var comparator = comparator(by);
        return found.sorted(getOrder().descending() ? comparator.reversed() : comparator)
                .toList();
    }

    /** The campaigns of an outsourcer are few: they come in one piece, and are ordered in the reader's alphabet. */
    private Comparator<CampaignView> comparator(String by) {
        var collator = Collator.getInstance(viewer.getLocale());
        Comparator<CampaignView> byName = Comparator.comparing(CampaignView::name, collator::compare);
        return switch (by) {
            case "client" -> Comparator.comparing((CampaignView c) -> clientName(c.client()), collator::compare)
                    .thenComparing(byName);
            case "mode" -> Comparator.comparing((CampaignView c) -> c.mode().toString())
                    .thenComparing(byName);
            case "state" -> Comparator.comparing((CampaignView c) -> c.state().toString())
                    .thenComparing(byName);
            case "leads" -> Comparator.comparing((CampaignView c) -> c.counts().leads());
            case "penetration" -> Comparator.comparing(CampaignsPage::penetration);
            case "open" -> Comparator.comparing((CampaignView c) -> c.counts().open());
            case "today" -> Comparator.comparing((CampaignView c) -> c.counts().attemptsToday());
            case "denied" -> Comparator.comparing((CampaignView c) -> c.counts().deniedToday());
            default -> byName;
        };
    }

    public Order getOrder() {
        var kept = new LinkedHashMap<String, @Nullable String>();
        kept.put("client", clientParam);
        return Order.of("/campaigns.xhtml", kept, COLUMNS, sortParam, orderParam);
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

    public List<ClientView> getClients() {
        return List.copyOf(clients().values());
    }

    public String clientName(ClientId id) {
        var client = clients().get(id);
        return client == null ? "" : client.name();
    }

    private Map<ClientId, ClientView> clients() {
        if (byId == null) {
            byId = clients.clients().stream().collect(Collectors.toMap(ClientView::id, Function.identity()));
        }
        return byId;
    }

    /** How much of the list has come to its end: reached, given up, or never to be called. */
    public static int penetration(CampaignView campaign) {
        var counts = campaign.counts();
        int ended = counts.done() + counts.exhausted() + counts.doNotCall();
        return counts.leads() == 0 ? 0 : Math.round(100f * ended / counts.leads());
    }

    public int penetrationOf(CampaignView campaign) {
        return penetration(campaign);
    }

    public void start(UUID campaignId) {
        change(() -> campaigns.start(campaignId), "campaigns.started");
    }

    public void pause(UUID campaignId) {
        change(() -> campaigns.pause(campaignId), "campaigns.paused");
    }

    private void change(Runnable deed, String done) {
        try {
            deed.run();
            notices.done(done);
        } catch (Refused refused) {
            notices.refused(refused);
        }
        all = null;
    }

    public @Nullable String getClientParam() {
        return clientParam;
    }

    public void setClientParam(@Nullable String clientParam) {
        this.clientParam = clientParam;
    }
}
