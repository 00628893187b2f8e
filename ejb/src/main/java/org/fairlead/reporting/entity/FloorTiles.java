package org.fairlead.reporting.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairlead.agreement.ServiceLevel;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.ServiceLevelDay.QueueLevel;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.reporting.FloorFigures;
import org.fairlead.reporting.FloorFigures.AgentFigures;
import org.fairlead.reporting.FloorFigures.CampaignFigures;
import org.fairlead.reporting.FloorFigures.Halt;
import org.fairlead.reporting.FloorFigures.LinkFigures;
import org.fairlead.reporting.FloorFigures.QueueFigures;
import org.fairlead.reporting.FloorFigures.WaitingContact;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.FloorSnapshot.AgentNow;
import org.fairlead.routing.FloorSnapshot.QueueNow;
import org.fairlead.routing.FloorSnapshot.WaitingNow;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.fairlead.telephony.GatewayLinks.GatewayLink;
import org.jspecify.annotations.Nullable;

/** Puts the floor together from what the engine, the journal and the links know. */
public record FloorTiles(
        FloorSnapshot snapshot,
        List<ServiceLevelDay> levels,
        List<CampaignDay> campaigns,
        List<GatewayLink> links,
        FloorNames names,
        long parked,
        Map<UUID, PlanKept> kept) {

    private static final Map<Presence, Duration> STUCK_AFTER = Map.of(
            Presence.RESERVED, Duration.ofMinutes(1),
            Presence.MISSED, Duration.ofMinutes(2),
            Presence.WRAP_UP, Duration.ofMinutes(5));

    public FloorFigures figures(Instant now) {
        Map<UUID, ServiceLevelDay> byProgram =
                levels.stream().collect(Collectors.toMap(ServiceLevelDay::programId, Function.identity(), (a, b) -> a));
        return new FloorFigures(
                now,
                snapshot.queues().stream()
                        .map(queue -> queue(queue, byProgram.get(queue.programId())))
                        .toList(),
                campaigns.stream().map(this::campaign).toList(),
                snapshot.agents().stream().map(agent -> agent(agent, now)).toList(),
                snapshot.waiting().stream().map(this::waiting).toList(),
                links.stream().map(this::link).toList(),
                parked);
    }

    private QueueFigures queue(QueueNow queue, @Nullable ServiceLevelDay day) {
        QueueLevel own = day == null ? null : day.queues().get(queue.queueId());
        ServiceLevel level = own == null ? null : own.level();
        var agreement = day == null ? null : day.agreement();
        return new QueueFigures(
                new ClientId(queue.clientId()),
                names.client(queue.clientId()),
                names.mark(queue.clientId()),
                queue.queueId(),
                queue.programId(),
                queue.name(),
                queue.waiting(),
                queue.longestSince(),
                queue.inService(),
                level == null ? null : level.percent(),
                agreement == null ? null : agreement.targetPercent(),
                agreement == null ? 0 : agreement.thresholdSeconds(),
                own == null ? 0 : own.counts().offered(),
                own == null ? 0 : own.counts().abandoned(),
                level == null || agreement == null ? 0 : spare(level, agreement.targetPercent()));
    }

    /** A late contact adds to the denominator alone: numerator / (denominator + spare) just meets the target. */
    static long spare(ServiceLevel level, BigDecimal targetPercent) {
        if (targetPercent.signum() == 0) {
            return 0;
        }
        return BigDecimal.valueOf(level.numerator())
                        .multiply(BigDecimal.valueOf(100))
                        .divide(targetPercent, 0, RoundingMode.FLOOR)
                        .longValueExact()
                - level.denominator();
    }

    private CampaignFigures campaign(CampaignDay campaign) {
        long talking = snapshot.agents().stream()
                .filter(agent -> campaign.campaignId().equals(agent.campaignId()) && talks(agent))
                .count();
        return new CampaignFigures(
                new ClientId(campaign.clientId()),
                names.client(campaign.clientId()),
                campaign.campaignId(),
                campaign.name(),
                campaign.mode(),
                campaign.state(),
                campaign.inFlight(),
                (int) talking,
                campaign.answered(),
                campaign.abandoned(),
                BigDecimal.valueOf(campaign.limit()).movePointRight(2).stripTrailingZeros(),
                campaign.window(),
                DialMode.valueOf(campaign.mode()).ahead()
                        && new Dialing.Count((int) campaign.answered(), (int) campaign.abandoned())
                                .couldBreak(campaign.limit(), 0),
                halt(campaign));
    }

    /** Why a campaign that runs calls nobody; null while it can. */
    public static @Nullable Halt halt(CampaignDay campaign) {
        return campaign.state().equals("RUNNING") ? halt(campaign.inFlight(), campaign.stock()) : null;
    }

    /** The same of a campaign that runs. */
    public static @Nullable Halt halt(int inFlight, CampaignDay.Stock stock) {
        if (stock.due() || inFlight > 0) {
            return null;
        }
        if (!stock.left()) {
            return new Halt(Halt.Why.USED_UP, null, null);
        }
        return stock.deniedBy() == null
                ? new Halt(Halt.Why.WAITING, null, stock.next())
                : new Halt(Halt.Why.DENIED, stock.deniedBy(), stock.next());
    }

    private static boolean talks(AgentNow agent) {
        return agent.presence() == Presence.ON_CONTACT && !agent.ringing();
    }

    private AgentFigures agent(AgentNow agent, Instant now) {
        Duration limit = STUCK_AFTER.get(agent.presence());
        PlanKept plan = kept.getOrDefault(agent.personId(), PlanKept.NOTHING);
        return new AgentFigures(
                agent.personId(),
                agent.name(),
                names.site(agent.siteId()),
                agent.presence(),
                agent.reason(),
                agent.since(),
                new ClientId(agent.clientId()),
                names.client(agent.clientId()),
                agent.contactId(),
                workName(agent),
                agent.clients().stream().map(ClientId::new).collect(Collectors.toUnmodifiableSet()),
                agent.ringing(),
                agent.stuck() != null
                        || (limit != null
                                && Duration.between(agent.since(), now).compareTo(limit) > 0),
                agent.stuck(),
                plan.percent(),
                plan.off(),
                agent.heard());
    }

    private @Nullable String workName(AgentNow agent) {
        UUID campaign = agent.campaignId();
        if (campaign != null) {
            return campaigns.stream()
                    .filter(one -> one.campaignId().equals(campaign))
                    .map(CampaignDay::name)
                    .findFirst()
                    .orElse(null);
        }
        return agent.queueId() == null ? null : names.queues().get(agent.queueId());
    }

    private WaitingContact waiting(WaitingNow contact) {
        return new WaitingContact(
                new ClientId(contact.clientId()),
                names.client(contact.clientId()),
                contact.contactId(),
                contact.label(),
                contact.remote(),
                contact.language(),
                contact.queuedAt());
    }

    private LinkFigures link(GatewayLink link) {
        return new LinkFigures(link.gateway(), names.siteOf(link.gateway()), link.up(), link.roundTripMillis());
    }
}
