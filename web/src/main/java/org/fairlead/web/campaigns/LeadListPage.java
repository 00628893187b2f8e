package org.fairlead.web.campaigns;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.FaultView;
import org.fairlead.campaign.LeadListView;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.PagedRows;
import org.jspecify.annotations.Nullable;

/** One uploaded list: how far its reading is, and each row that could not be taken, with line, column and reason. */
@Named
@ViewScoped
public class LeadListPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Campaigns campaigns;

    @Inject
    private Viewer viewer;

    private @Nullable String idParam;
    private @Nullable UUID id;
    private transient @Nullable LeadListView list;

    private final PagedRows<FaultView> faults = new PagedRows<>(new PagedRows.Source<>() {
        @Override
        public int count() {
            return campaigns.faultCount(id());
        }

        @Override
        public List<FaultView> page(int first, int size, @Nullable String sortField, boolean descending) {
            return campaigns.faults(id(), first, size);
        }
    });

    public void open() {
        id = Address.uuid(idParam);
        list = campaigns.list(id);
    }

    private UUID id() {
        if (id == null) {
            throw new NotFound("no list is open");
        }
        return id;
    }

    public LeadListView getList() {
        var known = list;
        if (known == null) {
            known = campaigns.list(id());
            list = known;
        }
        return known;
    }

    public CampaignView getCampaign() {
        return campaigns.campaign(getList().campaignId());
    }

    public PagedRows<FaultView> getFaults() {
        return faults;
    }

    /** The words of a fault; one that nobody has put into words yet is still a fault. */
    public String reason(@Nullable String reason, @Nullable String detail) {
        var key = "fault." + reason;
        return viewer.getWords().has(key)
                ? viewer.getWords().format(key, detail)
                : viewer.getWords().get("fault.unexpected");
    }

    /** Words of the states, for the script that follows the reading. */
    public String getStateWords() {
        return Json.write(new TreeMap<>(viewer.getWords().startingWith("state.list.")))
                .replace("<", "\\u003c");
    }

    public @Nullable String getIdParam() {
        return idParam;
    }

    public void setIdParam(@Nullable String idParam) {
        this.idParam = idParam;
    }
}
