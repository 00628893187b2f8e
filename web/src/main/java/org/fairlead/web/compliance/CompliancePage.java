package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.Campaigns;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.compliance.DoNotCall;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.PagedRows;
import org.fairlead.web.tables.Query;
import org.jspecify.annotations.Nullable;

/** Numbers that must not be called: the outsourcer's list, which binds everyone, and each client's own. */
@Named
@ViewScoped
public class CompliancePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient DoNotCall doNotCall;

    @EJB
    private transient Campaigns campaigns;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private DayFields days;

    private String list = ClientId.OUTSOURCER.toString();
    private @Nullable String search;
    private @Nullable String number;
    private @Nullable String source;
    private @Nullable String until;
    private @Nullable String removing;
    private @Nullable String reason;

    private final PagedRows<DoNotCall.Entry> rows = new PagedRows<>(new PagedRows.Source<>() {
        @Override
        public int count() {
            return doNotCall.count(client(), containing());
        }

        @Override
        public List<DoNotCall.Entry> page(int first, int size, @Nullable String sortField, boolean descending) {
            return doNotCall.entries(client(), containing(), first, size);
        }
    });

    private ClientId client() {
        return Address.client(list);
    }

    /** Only digits are looked for, however the reader writes the number. */
    private String containing() {
        return search == null ? "" : search.replaceAll("[^0-9]", "");
    }

    public PagedRows<DoNotCall.Entry> getRows() {
        return rows;
    }

    public String getExport() {
        var address = new LinkedHashMap<String, @Nullable String>();
        address.put("list", list);
        address.put("search", containing());
        return Query.link("/api/export/do-not-call.csv", address);
    }

    public List<ClientView> getClients() {
        return clients.clients();
    }

    /** Campaigns with denied attempts first: there is something to look at. */
    public List<CampaignView> getCampaigns() {
        return campaigns.campaigns().stream()
                .sorted((a, b) ->
                        Integer.compare(b.counts().deniedToday(), a.counts().deniedToday()))
                .toList();
    }

    public String clientName(ClientId id) {
        return clients.clients().stream()
                .filter(c -> c.id().equals(id))
                .map(ClientView::name)
                .findFirst()
                .orElse("");
    }

    public void add() {
        try {
            var kept = doNotCall.add(client(), String.valueOf(number), String.valueOf(source), days.read(until));
            notices.done("compliance.added", kept);
            number = null;
            source = null;
            until = null;
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** Asks for the reason before a number is taken off. */
    public void ask(String taken) {
        removing = taken;
        reason = null;
    }

    public void remove() {
        if (removing == null) {
            return;
        }
        try {
            doNotCall.remove(client(), removing, String.valueOf(reason));
            notices.done("compliance.removed", removing);
        } catch (NotFound gone) {
            notices.done("compliance.removed.already", removing);
        } catch (Refused refused) {
            notices.refused(refused);
        }
        removing = null;
    }

    public String getList() {
        return list;
    }

    public void setList(@Nullable String list) {
        this.list = list == null ? ClientId.OUTSOURCER.toString() : list;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }

    public @Nullable String getRemoving() {
        return removing;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
