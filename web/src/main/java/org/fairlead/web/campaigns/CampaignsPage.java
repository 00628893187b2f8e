package org.fairlead.web.campaigns;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.fairlead.web.tables.Query;
import org.jspecify.annotations.Nullable;

/** All campaigns that the reader may see, how far they are, and the switch for each. */
@Named
@RequestScoped
public class CampaignsPage {

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
        return new CampaignOrder(viewer.getLocale(), viewer.getWords(), this::clientName)
                .sort(found.toList(), getOrder());
    }

    public Order getOrder() {
        var kept = new LinkedHashMap<String, @Nullable String>();
        kept.put("client", clientParam);
        return Order.of("/campaigns.xhtml", kept, CampaignOrder.COLUMNS, sortParam, orderParam);
    }

    /** The campaigns as they are narrowed and ordered now, as a file. */
    public String getExport() {
        var address = new LinkedHashMap<String, @Nullable String>();
        address.put("client", clientParam);
        getOrder().into(address);
        return Query.link("/api/export/campaigns.csv", address);
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
