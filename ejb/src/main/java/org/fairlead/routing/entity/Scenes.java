package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.contact.Outcome;
import org.fairlead.routing.OutboundScene;
import org.fairlead.routing.OutboundScene.CallNow;
import org.fairlead.routing.OutboundScene.CrewNow;
import org.fairlead.routing.OutboundScene.Doing;
import org.fairlead.routing.OutboundScene.Stage;
import org.fairlead.routing.entity.LiveContact.State;
import org.fairlead.telephony.CallState;
import org.jspecify.annotations.Nullable;

/** The floor as pacing sees it. */
final class Scenes {

    private Scenes() {}

    static OutboundScene of(Floor floor, Map<UUID, Router.Need> campaigns, Instant now) {
        List<CrewNow> crew = new ArrayList<>();
        Set<UUID> members = new HashSet<>();
        for (LiveAgent agent : floor.agents.values()) {
            Doing doing = doing(agent);
            boolean may = campaigns.values().stream().anyMatch(need -> serves(agent, need));
            boolean keeps = moved(floor, agent) || (doing == Doing.READY && kept(floor, agent));
            if (doing != null && may && !keeps) {
                crew.add(new CrewNow(agent.id(), doing, agent.since, agent.finishingSince()));
                members.add(agent.id());
            }
        }
        List<CallNow> calls = new ArrayList<>();
        int claimed = 0;
        for (LiveContact contact : floor.contacts.values()) {
            Handling.Terms terms = contact.handling.terms();
            UUID campaign = contact.campaignId;
            if (campaign != null && campaigns.containsKey(campaign) && terms.announcement() == null) {
                if (!terms.preview()) {
                    calls.add(call(contact, campaign));
                }
            } else if (claims(contact, now) && wanted(floor, contact, members)) {
                claimed++;
            }
        }
        return new OutboundScene(now, calls, crew, claimed);
    }

    /** Who is ready for such a call and not kept for others, whoever is idle longest first. */
    static Stream<LiveAgent> dialling(Floor floor, Router.Need need) {
        return floor.agents.values().stream()
                .filter(agent -> agent.ready() && serves(agent, need))
                .filter(agent -> !kept(floor, agent) && !moved(floor, agent))
                .sorted(Comparator.<LiveAgent, Instant>comparing(agent -> agent.since)
                        .thenComparing(LiveAgent::id));
    }

    /** Works in one queue alone at present, and dials for nobody. */
    private static boolean moved(Floor floor, LiveAgent agent) {
        return !floor.router.alone(agent.id()).isEmpty();
    }

    private static boolean kept(Floor floor, LiveAgent agent) {
        return !floor.kept.isEmpty()
                && floor.reference.queues().values().stream()
                        .filter(queue -> floor.kept.contains(queue.programId()))
                        .anyMatch(queue -> serves(agent, new Router.Need(queue.client(), queue.skills(), null)));
    }

    /** Waits for an agent now, and not for a time to be called at. */
    private static boolean claims(LiveContact contact, Instant now) {
        boolean later = contact.toBeCalled() && Callbacks.notBefore(contact).isAfter(now);
        return contact.state == State.QUEUED && !later;
    }

    private static boolean wanted(Floor floor, LiveContact contact, Set<UUID> members) {
        for (UUID member : members) {
            LiveAgent agent = floor.agents.get(member);
            if (agent != null && serves(agent, contact.need())) {
                return true;
            }
        }
        return false;
    }

    private static boolean serves(LiveAgent agent, Router.Need need) {
        if (!agent.facts.active() || !agent.facts.clients().contains(need.client())) {
            return false;
        }
        return need.skills().entrySet().stream()
                .allMatch(asked -> agent.facts.skills().getOrDefault(asked.getKey(), 0) >= asked.getValue());
    }

    /** Whose desk is not there, after a restart for one, is not counted on before it is seen again. */
    private static @Nullable Doing doing(LiveAgent agent) {
        if (agent.lostAt != null) {
            return null;
        }
        return switch (agent.presence) {
            case AVAILABLE -> agent.ready() ? Doing.READY : null;
                // a colleague who is asked is with no call of a campaign
            case RESERVED, ON_CONTACT -> agent.consulted == null ? Doing.BUSY : null;
            case WRAP_UP -> Doing.WRAP_UP;
            case BREAK, LUNCH, MEETING, TRAINING, DO_NOT_DISTURB, AWAY, MISSED, OFFLINE -> null;
        };
    }

    private static CallNow call(LiveContact contact, UUID campaignId) {
        return new CallNow(
                contact.id,
                campaignId,
                stage(contact),
                contact.offeredAt,
                contact.queuedAt,
                contact.connectedAt,
                contact.agentId);
    }

    private static Stage stage(LiveContact contact) {
        Outcome ending = contact.outcome == null ? contact.handling.ending() : contact.outcome;
        if (ending == Outcome.ABANDONED) {
            return Stage.ABANDONED;
        }
        if (contact.connectedAt != null) {
            return contact.state == State.CONNECTED ? Stage.CONNECTED : Stage.OVER;
        }
        if (ending != null || contact.state == State.ENDED || contact.state == State.WRAP_UP) {
            return Stage.OVER;
        }
        return contact.call.phase() == CallState.Phase.DIALLING ? Stage.RINGING : Stage.WAITING;
    }
}
