package org.fairlead.web.campaigns;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.Campaigns.Recycling;
import org.fairlead.campaign.Campaigns.Spent;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** The used-up leads of the campaign that is open, and which of them are to be called again. */
@Named
@ViewScoped
public class RecyclePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Campaigns campaigns;

    @Inject
    private Notices notices;

    @Inject
    private CampaignPage page;

    private final Map<String, Boolean> chosen = new HashMap<>();
    private boolean shown;
    private int days = 7;
    private @Nullable String list;
    private transient @Nullable List<Spent> spent;

    /** Only who asks has the leads counted. */
    public void show() {
        shown = true;
    }

    public boolean isShown() {
        return shown;
    }

    public List<Spent> getSpent() {
        List<Spent> known = spent;
        if (known == null) {
            known = campaigns.spent(page.getCampaign().campaignId());
            spent = known;
        }
        return known;
    }

    public void recycle() {
        Set<String> outcomes = chosen.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        String of = list;
        UUID only = of == null || of.isBlank() ? null : UUID.fromString(of);
        try {
            int ready = campaigns.recycle(page.getCampaign().campaignId(), new Recycling(outcomes, days, only));
            notices.done("campaigns.recycled", ready);
            chosen.clear();
        } catch (Refused refused) {
            notices.refused(refused);
        }
        spent = null;
    }

    public Map<String, Boolean> getChosen() {
        return chosen;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public @Nullable String getList() {
        return list;
    }

    public void setList(@Nullable String list) {
        this.list = list;
    }
}
