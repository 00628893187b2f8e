package org.fairlead.web.campaigns;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.Leads;
import org.fairlead.campaign.Leads.AttemptView;
import org.fairlead.campaign.Leads.Because;
import org.fairlead.campaign.Leads.LeadDetail;
import org.fairlead.campaign.Leads.NumberView;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.Json;
import org.fairlead.web.compliance.Denials;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** One lead: its numbers, its tries with their verdicts, and how likely it is to answer, with the reasons. */
@Named
@ViewScoped
public class LeadPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double PERCENT = 100;

    @EJB
    private transient Leads leads;

    @EJB
    private transient Campaigns campaigns;

    @Inject
    private Viewer viewer;

    private @Nullable String idParam;
    private transient @Nullable LeadDetail detail;
    private transient @Nullable CampaignView campaign;

    public void open() {
        getDetail();
    }

    public LeadDetail getDetail() {
        LeadDetail known = detail;
        if (known == null) {
            UUID id = Address.uuid(idParam);
            known = leads.lead(id);
            detail = known;
        }
        return known;
    }

    public CampaignView getCampaign() {
        CampaignView known = campaign;
        if (known == null) {
            known = campaigns.campaign(getDetail().lead().campaignId());
            campaign = known;
        }
        return known;
    }

    /** {@code 9–17}; empty for the whole day. */
    public String hours(NumberView number) {
        Integer from = number.fromHour();
        Integer until = number.untilHour();
        return from == null || until == null ? "" : from + "–" + until;
    }

    /** One bar of the day. */
    public record Hour(int hour, String share, int height) implements Serializable {}

    /** The day's bars, the likeliest hour as high as the chart. */
    public List<Hour> getDay() {
        List<Double> day = getDetail().likelihood().day();
        double highest = day.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        List<Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < day.size(); hour++) {
            double share = day.get(hour);
            hours.add(new Hour(hour, percent(share), (int) Math.round(PERCENT * share / highest)));
        }
        return hours;
    }

    public String percent(double share) {
        return viewer.getFormats().percent(BigDecimal.valueOf(Math.round(share * 1_000) / 10.0));
    }

    /** {@code × 1.4} */
    public String ratio(Because because) {
        return "× " + viewer.getFormats().decimal(because.ratio(), 2);
    }

    /** The value in the reader's words. */
    public String value(Because because) {
        return switch (because.factor()) {
            case "HOUR" -> because.value() + ":00";
            case "WEEKDAY" -> DayOfWeek.of(Integer.parseInt(because.value()))
                    .getDisplayName(TextStyle.FULL_STANDALONE, viewer.getLocale());
            case "EARLIER" -> because.value().equals("4") ? "4+" : because.value();
            case "KIND" -> viewer.getWords().get("campaigns.kind." + because.value());
            default -> because.value().equals("NONE")
                    ? viewer.getWords().get("campaigns.lead.first")
                    : viewer.getWords().get("outcome." + because.value());
        };
    }

    public long rounded(double count) {
        return Math.round(count);
    }

    public Verdict verdict(AttemptView attempt) {
        return Json.read(attempt.verdict(), Verdict.class);
    }

    public Denials getReasons() {
        return new Denials(viewer.getWords(), viewer.getFormats());
    }

    public @Nullable String getIdParam() {
        return idParam;
    }

    public void setIdParam(@Nullable String idParam) {
        this.idParam = idParam;
    }
}
