package org.fairlead.dialer.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.dialer.entity.Pacing;
import org.fairlead.dialer.entity.Pacing.Rival;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.OutboundCall;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of dialling over all running campaigns: how many more each may place, its leads, off they go. What was taken
 * and could not leave is ended at once, so that its lead is free again.
 */
@Dependent
public class PlaceCalls {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceCalls.class);

    /** The one refusal after which it is certain that nothing left; whatever else went wrong, its contact will tell. */
    private static final String TOO_LATE = "attempt.expired";

    private final Outbound outbound;
    private final Pacers pacers;

    @Inject
    public PlaceCalls(Outbound outbound, Pacers pacers) {
        this.outbound = outbound;
        this.pacers = pacers;
    }

    /** The transactions that a round needs: each is committed when its method returns. */
    public interface Book {

        List<TakenLead> take(RunningCampaign campaign, int wanted);

        /** What the campaign's abandonment window holds. */
        Dialing.Count abandonment(RunningCampaign campaign);

        /** The attempt provably did not leave. */
        void notLeft(RunningCampaign campaign, TakenLead lead);
    }

    /** Goes through the campaigns once; a campaign that fails does not keep the others from dialling. */
    public void round(List<RunningCampaign> campaigns, Book book) {
        Map<UUID, Integer> inFlight = new HashMap<>();
        campaigns.forEach(c -> inFlight.put(c.campaignId(), outbound.inFlight(c.client(), c.campaignId())));
        Map<UUID, Integer> ahead = ahead(campaigns, book);
        for (RunningCampaign campaign : campaigns) {
            try {
                int wanted = campaign.mode().ahead()
                        ? ahead.getOrDefault(campaign.campaignId(), 0)
                        : campaign.mode() == DialMode.MANUAL
                                ? 0
                                : Pacing.oneForEachReadyAgent(facts(campaign, campaigns, inFlight));
                int placed = place(campaign, wanted, book);
                inFlight.merge(campaign.campaignId(), placed, Integer::sum);
            } catch (RuntimeException e) {
                LOG.error("FL4201 campaign {} of client {} cannot dial", campaign.campaignId(), campaign.client(), e);
            }
        }
    }

    private Map<UUID, Integer> ahead(List<RunningCampaign> campaigns, Book book) {
        List<RunningCampaign> paced =
                campaigns.stream().filter(c -> c.mode().ahead()).toList();
        Map<UUID, Dialing.Count> counts = new HashMap<>();
        paced.forEach(c -> counts.put(c.campaignId(), book.abandonment(c)));
        return paced.isEmpty() ? Map.of() : pacers.wanted(paced, counts, outbound);
    }

    private int place(RunningCampaign campaign, int wanted, Book book) {
        if (wanted == 0) {
            return 0;
        }
        int placed = 0;
        for (TakenLead lead : book.take(campaign, wanted)) {
            placed += send(campaign, lead, book) ? 1 : 0;
        }
        return placed;
    }

    private Pacing.Facts facts(RunningCampaign campaign, List<RunningCampaign> all, Map<UUID, Integer> inFlight) {
        int free = outbound.free(campaign.client(), campaign.skills());
        if (free == 0) {
            return new Pacing.Facts(0, 0, List.of());
        }
        List<Rival> rivals = new ArrayList<>();
        for (RunningCampaign other : all) {
            int dials = inFlight.getOrDefault(other.campaignId(), 0);
            if (dials > 0 && !other.campaignId().equals(campaign.campaignId())) {
                rivals.add(new Rival(dials, outbound.free(campaign.client(), both(campaign, other))));
            }
        }
        return new Pacing.Facts(free, inFlight.getOrDefault(campaign.campaignId(), 0), rivals);
    }

    /** What an agent must be able to do to take calls of either. */
    private static Map<String, Integer> both(RunningCampaign one, RunningCampaign other) {
        Map<String, Integer> skills = new HashMap<>(one.skills());
        other.skills().forEach((skill, least) -> skills.merge(skill, least, Math::max));
        return skills;
    }

    /** @return whether it may be out; one that certainly is not gives its lead back */
    private boolean send(RunningCampaign campaign, TakenLead lead, Book book) {
        try {
            if (left(campaign, lead)) {
                return true;
            }
        } catch (Refused e) {
            LOG.info("FL4202 attempt {} was not taken: {}", lead.attemptId(), e.key());
            if (!e.key().equals(TOO_LATE)) {
                return true;
            }
        } catch (RuntimeException e) {
            LOG.error("FL4206 nobody knows whether attempt {} left; its contact will tell", lead.attemptId(), e);
            return true;
        }
        book.notLeft(campaign, lead);
        return false;
    }

    private boolean left(RunningCampaign campaign, TakenLead lead) {
        OutboundCall call = call(campaign, lead, null);
        if (campaign.mode() == DialMode.PREVIEW) {
            return outbound.preview(call);
        }
        outbound.place(call);
        return true;
    }

    /** @param agent the one who is to get it; null for any */
    public static OutboundCall call(RunningCampaign campaign, TakenLead lead, @Nullable UUID agent) {
        return new OutboundCall(
                campaign.client(),
                campaign.programId(),
                campaign.campaignId(),
                campaign.name(),
                lead.leadId(),
                lead.attemptId(),
                null,
                campaign.gateway(),
                lead.number(),
                campaign.callerId(),
                lead.language(),
                campaign.name(),
                campaign.skills(),
                campaign.ringSeconds(),
                campaign.wrapUpSeconds(),
                campaign.previewSeconds(),
                campaign.mode() != DialMode.PREVIEW,
                lead.expiresAt(),
                agent);
    }
}
