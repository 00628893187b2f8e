package org.fairlead.dialer.control;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.dialer.entity.PacingPolicy;
import org.fairlead.dialer.entity.PredictivePacing;
import org.fairlead.dialer.entity.RatioPacing;
import org.fairlead.dialer.entity.SceneFeed;
import org.fairlead.dialer.entity.WeightedShares;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.Outbound.CampaignId;
import org.fairlead.routing.OutboundScene;
import org.fairlead.routing.OutboundScene.CallNow;
import org.fairlead.routing.OutboundScene.Stage;

/**
 * The policies of the campaigns that dial ahead of their agents, kept while they run. Campaigns that may take the same
 * agents have one policy between them, under the strictest of their limits, and share what it says by weight; else each
 * would promise itself all of the agents.
 */
@Dependent
public class Pacers {

    /** An answered call waits two seconds; this much of them goes into the connecting. */
    private static final double PATIENCE = 1.7;

    /** The shortest window there is. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Map<UUID, Pacer> pacers = new HashMap<>();

    /** Campaigns that share agents, with the policy that paces them. */
    private static final class Pacer {
        final DialMode mode;
        final PacingPolicy policy;
        final SceneFeed feed;
        final LeadOdds odds = new LeadOdds();
        final Set<UUID> campaigns = new HashSet<>();
        double limit;
        boolean told;

        Pacer(DialMode mode, double limit, double lines) {
            this.mode = mode;
            this.limit = limit;
            this.policy = mode == DialMode.PREDICTIVE ? new PredictivePacing(limit, PATIENCE) : new RatioPacing(lines);
            this.feed = new SceneFeed(policy, odds::of);
        }
    }

    /**
     * How many calls each campaign may place now.
     *
     * @param campaigns those in power or predictive mode
     * @param counts what each one's window holds
     * @param counted whether that was counted just now; a policy goes on from what it was told last if not
     * @param dry campaigns that had no leads when they were asked last
     */
    Map<UUID, Integer> wanted(
            List<RunningCampaign> campaigns,
            Map<UUID, Dialing.Count> counts,
            boolean counted,
            Predicate<UUID> dry,
            Outbound outbound) {
        Map<UUID, Integer> wanted = new LinkedHashMap<>();
        Set<UUID> alive = new HashSet<>();
        for (List<RunningCampaign> group : groups(campaigns, outbound)) {
            UUID key = group.get(0).campaignId();
            alive.add(key);
            OutboundScene scene = scene(group, outbound);
            Pacer pacer = pacer(key, group);
            pacer.feed.look(scene);
            pacer.odds.keep(scene.calls().stream().map(CallNow::call).collect(Collectors.toSet()));
            pacer.campaigns.clear();
            group.forEach(campaign -> pacer.campaigns.add(campaign.campaignId()));
            if (pacer.policy instanceof PredictivePacing predictive) {
                int answered = 0;
                int abandoned = 0;
                for (RunningCampaign campaign : group) {
                    Dialing.Count count = counts.getOrDefault(campaign.campaignId(), Dialing.Count.NONE);
                    answered += count.answered();
                    abandoned += count.abandoned();
                }
                if (counted || !pacer.told) {
                    predictive.window(answered, abandoned);
                    pacer.told = true;
                }
                predictive.windowEnds(ends(group, counts, scene.at()).toEpochMilli());
            }
            wanted.putAll(shares(group, pacer, pacer.policy.place(scene.at().toEpochMilli()), counts, dry, scene));
        }
        pacers.keySet().retainAll(alive);
        return wanted;
    }

    /**
     * When the first of their windows ends: the allowance is spread over what is left of it. A regulator's window may go
     * on for weeks; what counts is what is dialled until the campaign's own day is over.
     */
    private static Instant ends(List<RunningCampaign> group, Map<UUID, Dialing.Count> counts, Instant now) {
        return group.stream()
                .map(campaign -> ends(campaign, counts.getOrDefault(campaign.campaignId(), Dialing.Count.NONE), now))
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    private static Instant ends(RunningCampaign campaign, Dialing.Count count, Instant now) {
        ZoneId zone = ZoneId.of(campaign.zone());
        Instant window = Objects.requireNonNullElse(count.until(), now.plus(A_DAY));
        Instant day = now.atZone(zone)
                .toLocalDate()
                .atTime(campaign.limits().callUntil())
                .atZone(zone)
                .toInstant();
        boolean whole = campaign.limits().callFrom().equals(campaign.limits().callUntil());
        return !whole && day.isAfter(now) && day.isBefore(window) ? day : window;
    }

    /** A call of a campaign that dials ahead has left. */
    void left(UUID campaign, UUID call, double odds) {
        pacers.values().stream()
                .filter(pacer -> pacer.campaigns.contains(campaign))
                .forEach(pacer -> pacer.odds.leaves(call, odds));
    }

    private Pacer pacer(UUID key, List<RunningCampaign> group) {
        RunningCampaign first = group.get(0);
        double limit = group.stream()
                .mapToDouble(c -> c.dialing().abandonLimit())
                .min()
                .orElse(0);
        Pacer known = pacers.get(key);
        if (known == null || known.mode != first.mode() || known.limit != limit) {
            known = new Pacer(first.mode(), limit, first.dialing().lines());
            pacers.put(key, known);
        }
        if (known.policy instanceof RatioPacing ratio) {
            ratio.setLines(first.dialing().lines());
        }
        return known;
    }

    /** A campaign over its own limit places nothing that has no agent ready; the others share by weight. */
    private static Map<UUID, Integer> shares(
            List<RunningCampaign> group,
            Pacer pacer,
            int calls,
            Map<UUID, Dialing.Count> counts,
            Predicate<UUID> dry,
            OutboundScene scene) {
        Map<UUID, Integer> flying = new HashMap<>();
        int out = 0;
        for (CallNow call : scene.calls()) {
            if (call.stage() == Stage.RINGING || call.stage() == Stage.WAITING) {
                flying.merge(call.campaignId(), 1, Integer::sum);
                out++;
            }
        }
        long ready = scene.crew().stream()
                .filter(agent -> agent.doing() == OutboundScene.Doing.READY)
                .count();
        int safe = (int) Math.max(0, ready - scene.claimed() - out);
        double atRisk = pacer.policy instanceof RatioPacing ratio ? ratio.answersToCome() - ready : 0;
        List<WeightedShares.Wish> wishes = new ArrayList<>();
        for (RunningCampaign campaign : group) {
            Dialing.Count count = counts.getOrDefault(campaign.campaignId(), Dialing.Count.NONE);
            boolean stop = count.couldBreak(campaign.dialing().abandonLimit(), atRisk);
            wishes.add(new WeightedShares.Wish(
                    campaign.campaignId(),
                    campaign.dialing().weight(),
                    flying.getOrDefault(campaign.campaignId(), 0),
                    dry.test(campaign.campaignId()) ? 0 : stop ? Math.min(calls, safe) : calls));
        }
        return WeightedShares.of(wishes, calls);
    }

    private static OutboundScene scene(List<RunningCampaign> group, Outbound outbound) {
        Map<CampaignId, Map<String, Integer>> asked = new HashMap<>();
        group.forEach(c -> asked.put(new CampaignId(c.client(), c.campaignId()), c.skills()));
        return outbound.scene(asked);
    }

    /** Campaigns of one mode that could take the same agent, transitively. */
    private static List<List<RunningCampaign>> groups(List<RunningCampaign> campaigns, Outbound outbound) {
        List<List<RunningCampaign>> groups = new ArrayList<>();
        List<Set<UUID>> crews = new ArrayList<>();
        for (RunningCampaign campaign : campaigns) {
            Set<UUID> crew = new HashSet<>();
            scene(List.of(campaign), outbound).crew().forEach(agent -> crew.add(agent.agentId()));
            List<RunningCampaign> joined = new ArrayList<>(List.of(campaign));
            for (int i = groups.size() - 1; i >= 0; i--) {
                boolean same = groups.get(i).get(0).mode() == campaign.mode();
                if (same && crews.get(i).stream().anyMatch(crew::contains)) {
                    joined.addAll(0, groups.remove(i));
                    crew.addAll(crews.remove(i));
                }
            }
            groups.add(joined);
            crews.add(crew);
        }
        return groups;
    }
}
