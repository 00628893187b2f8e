package org.fairlead.dialer.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.campaign.AgentlessPlan;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.dialer.entity.Pacing;
import org.fairlead.dialer.entity.Pacing.Rival;
import org.fairlead.dialer.entity.SteadyPacing;
import org.fairlead.routing.Announcement;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.OutboundCall;
import org.fairlead.shared.FairTurns;
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

    private static final int MOST_IN_A_ROUND = 50;

    private final Outbound outbound;
    private final Pacers pacers;
    private final Clock clock;
    private final Map<UUID, SteadyPacing> steady = new HashMap<>();
    private final Dry dry = new Dry();
    private final FairTurns<UUID> turns = new FairTurns<>();
    private Map<UUID, Dialing.Count> counts = Map.of();

    @Inject
    public PlaceCalls(Outbound outbound, Pacers pacers, Clock clock) {
        this.outbound = outbound;
        this.pacers = pacers;
        this.clock = clock;
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
        dry.nextRound();
        round(campaigns, book, true);
    }

    /** A round soon after another, because something has happened: the windows hold what they held. */
    public void again(List<RunningCampaign> campaigns, Book book) {
        round(campaigns, book, false);
    }

    private void round(List<RunningCampaign> campaigns, Book book, boolean anew) {
        Map<UUID, Integer> inFlight = new HashMap<>();
        campaigns.forEach(c -> inFlight.put(c.campaignId(), outbound.inFlight(c.client(), c.campaignId())));
        Map<UUID, Integer> ahead = ahead(campaigns, book, anew);
        for (RunningCampaign campaign : campaigns) {
            if (campaign.mode().ahead()) {
                place(campaign, ahead.getOrDefault(campaign.campaignId(), 0), inFlight, book);
            }
        }
        readyOnes(campaigns, inFlight, book);
        withoutAgents(campaigns, inFlight, book);
    }

    private void withoutAgents(List<RunningCampaign> campaigns, Map<UUID, Integer> inFlight, Book book) {
        List<RunningCampaign> agentless =
                campaigns.stream().filter(c -> c.mode() == DialMode.AGENTLESS).toList();
        steady.keySet()
                .retainAll(agentless.stream().map(RunningCampaign::campaignId).toList());
        for (RunningCampaign campaign : agentless) {
            SteadyPacing pace = steady.computeIfAbsent(campaign.campaignId(), fresh -> new SteadyPacing());
            int out = inFlight.getOrDefault(campaign.campaignId(), 0);
            AgentlessPlan plan = campaign.agentless();
            int wanted = pace.place(clock.instant(), out, plan.lines(), plan.perMinute());
            boolean more = !dry.is(campaign.campaignId());
            pace.placed(place(campaign, more ? Math.min(wanted, MOST_IN_A_ROUND) : 0, inFlight, book));
        }
    }

    private Map<UUID, Integer> ahead(List<RunningCampaign> campaigns, Book book, boolean anew) {
        List<RunningCampaign> paced =
                campaigns.stream().filter(c -> c.mode().ahead()).toList();
        if (anew) {
            // one that cannot be read ends the round, and leaves what is known of all as it was
            Map<UUID, Dialing.Count> read = new HashMap<>();
            paced.forEach(c -> read.put(c.campaignId(), book.abandonment(c)));
            counts = read;
        }
        return paced.isEmpty() ? Map.of() : pacers.wanted(paced, counts, anew, dry::is, outbound);
    }

    /** Campaigns with one line for each ready agent: agents whom several want are shared by weight. */
    private void readyOnes(List<RunningCampaign> campaigns, Map<UUID, Integer> inFlight, Book book) {
        Map<Map<String, Integer>, Integer> free = new HashMap<>();
        List<RunningCampaign> open = new ArrayList<>(campaigns);
        open.removeIf(c -> c.mode().ahead() || !c.mode().claimsAgents() || dry.is(c.campaignId()));
        turns.keep(campaigns.stream().map(RunningCampaign::campaignId).toList());
        boolean again = true;
        while (again && !open.isEmpty()) {
            again = false;
            Map<UUID, Integer> shares = shares(open, campaigns, inFlight, free);
            for (RunningCampaign campaign : List.copyOf(open)) {
                int share = shares.getOrDefault(campaign.campaignId(), 0);
                if (share > place(campaign, share, inFlight, book)) {
                    open.remove(campaign);
                    again = true;
                }
            }
        }
    }

    private Map<UUID, Integer> shares(
            List<RunningCampaign> open,
            List<RunningCampaign> all,
            Map<UUID, Integer> inFlight,
            Map<Map<String, Integer>, Integer> free) {
        Map<UUID, RunningCampaign> wanting = new LinkedHashMap<>();
        open.forEach(campaign -> wanting.put(campaign.campaignId(), campaign));
        Map<UUID, Integer> shares = new LinkedHashMap<>();
        Map<UUID, Integer> then = new HashMap<>(inFlight);
        while (!wanting.isEmpty()) {
            List<UUID> present = List.copyOf(wanting.keySet());
            UUID next = turns.next(present, id -> weight(wanting.get(id))).orElseThrow();
            RunningCampaign campaign = Objects.requireNonNull(wanting.get(next));
            if (Pacing.oneForEachReadyAgent(facts(campaign, all, then, free)) > 0
                    && shares.getOrDefault(next, 0) < MOST_IN_A_ROUND) {
                shares.merge(next, 1, Integer::sum);
                then.merge(next, 1, Integer::sum);
                turns.took(next, present, weight(campaign));
            } else {
                wanting.remove(next);
            }
        }
        return shares;
    }

    private static double weight(@Nullable RunningCampaign campaign) {
        return campaign == null ? 1 : campaign.dialing().weight();
    }

    /** A campaign that fails does not keep the others from dialling. @return how many are out */
    private int place(RunningCampaign campaign, int wanted, Map<UUID, Integer> inFlight, Book book) {
        try {
            int placed = place(campaign, wanted, book);
            inFlight.merge(campaign.campaignId(), placed, Integer::sum);
            return placed;
        } catch (RuntimeException e) {
            LOG.error("FL4201 campaign {} of client {} cannot dial", campaign.campaignId(), campaign.client(), e);
            return 0;
        }
    }

    private int place(RunningCampaign campaign, int wanted, Book book) {
        if (wanted == 0) {
            return 0;
        }
        int placed = 0;
        List<TakenLead> leads = book.take(campaign, wanted);
        if (leads.size() < wanted) {
            dry.ran(campaign.campaignId());
        }
        for (TakenLead lead : leads) {
            boolean out = send(campaign, lead, book);
            placed += out ? 1 : 0;
            if (out && campaign.mode().ahead()) {
                pacers.left(campaign.campaignId(), lead.attemptId(), lead.odds());
            }
        }
        return placed;
    }

    private Pacing.Facts facts(
            RunningCampaign campaign,
            List<RunningCampaign> all,
            Map<UUID, Integer> inFlight,
            Map<Map<String, Integer>, Integer> known) {
        int free = free(campaign, campaign.skills(), known);
        if (free == 0) {
            return new Pacing.Facts(0, 0, List.of());
        }
        List<Rival> rivals = new ArrayList<>();
        for (RunningCampaign other : all) {
            int dials = inFlight.getOrDefault(other.campaignId(), 0);
            if (dials > 0 && other.mode().claimsAgents() && !other.campaignId().equals(campaign.campaignId())) {
                rivals.add(new Rival(dials, free(campaign, both(campaign, other), known)));
            }
        }
        return new Pacing.Facts(free, inFlight.getOrDefault(campaign.campaignId(), 0), rivals);
    }

    /** Asked once a round for each client and set of skills. */
    private int free(RunningCampaign campaign, Map<String, Integer> skills, Map<Map<String, Integer>, Integer> known) {
        Map<String, Integer> key = new HashMap<>(skills);
        key.put("client:" + campaign.client(), 0);
        return known.computeIfAbsent(key, asked -> outbound.free(campaign.client(), skills));
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

    private static @Nullable Announcement announcement(RunningCampaign campaign, TakenLead lead) {
        AgentlessPlan plan = campaign.agentless();
        return campaign.mode() == DialMode.AGENTLESS
                ? new Announcement(plan.text(lead.language(), campaign.language()), plan.connectKey(), plan.stopKey())
                : null;
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
                campaign.detectMachine() && campaign.mode() != DialMode.PREVIEW,
                lead.expiresAt(),
                announcement(campaign, lead),
                agent);
    }
}
