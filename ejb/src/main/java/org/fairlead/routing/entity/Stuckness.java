package org.fairlead.routing.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fairlead.routing.Presence;
import org.fairlead.routing.StuckAgents.Stuck;
import org.fairlead.routing.StuckAgents.Why;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Which agents' states have lasted longer than they should, and what puts them right. */
final class Stuckness {

    /** The engine ends these states by itself; who is in one so much later is stuck. */
    private static final Duration SLACK = Duration.ofSeconds(60);

    private static final Duration MISSED_AT_MOST = Duration.ofMinutes(10);
    private static final Duration TALK_AT_MOST = Duration.ofHours(3);

    private Stuckness() {}

    static List<Stuck> all(Floor floor, Instant now) {
        List<Stuck> stuck = new ArrayList<>();
        for (LiveAgent agent : floor.agents.values()) {
            Why why = why(floor, agent, now);
            if (why != null) {
                stuck.add(as(floor, agent, why));
            }
        }
        stuck.sort(Comparator.comparing(Stuck::since).thenComparing(Stuck::person));
        return stuck;
    }

    private static Stuck as(Floor floor, LiveAgent agent, Why why) {
        LiveContact contact = floor.contactOf(agent);
        ClientId client = contact == null ? ClientId.OUTSOURCER : new ClientId(contact.client);
        return new Stuck(agent.id(), agent.facts.name(), agent.presence, agent.since, why, client);
    }

    static @Nullable Why why(Floor floor, LiveAgent agent, Instant now) {
        if (agent.presence == Presence.OFFLINE) {
            return null;
        }
        Instant lost = agent.lostAt;
        Settings settings = floor.settings;
        if (lost != null
                && past(
                        lost,
                        settings.grace().plus(settings.graceAfterRestart()).plus(SLACK),
                        now)) {
            return Why.DESK;
        }
        if (agent.presence == Presence.MISSED) {
            return past(agent.since, MISSED_AT_MOST, now) ? Why.MISSED : null;
        }
        if (agent.contactId == null) {
            return agent.consulted != null && past(agent.since, TALK_AT_MOST, now) ? Why.NO_CONTACT : null;
        }
        LiveContact contact = floor.contactOf(agent);
        if (contact == null || !agent.id().equals(contact.agentId)) {
            return past(agent.since, SLACK, now) ? Why.NO_CONTACT : null;
        }
        return withContact(settings, agent, contact, now);
    }

    private static @Nullable Why withContact(Settings settings, LiveAgent agent, LiveContact contact, Instant now) {
        return switch (contact.state) {
            case CONNECTING -> !contact.rings()
                            && past(agent.since, settings.connectAnswer().plus(SLACK), now)
                    ? Why.CONNECTING
                    : null;
            case WRAP_UP -> {
                Instant ends = DeskView.wrapUpEnds(contact);
                yield ends != null && past(ends, SLACK, now) ? Why.WRAP_UP : null;
            }
            case CONNECTED -> past(agent.since, TALK_AT_MOST, now) ? Why.TALK : null;
            case OFFERED, QUEUED, RESERVED, ENDED -> null;
        };
    }

    private static boolean past(Instant since, Duration atMost, Instant now) {
        return since.plus(atMost).isBefore(now);
    }

    /** What was seen is put right; what has become of it since then is looked at by a person first. */
    static void repair(Step step, LiveAgent agent, Stuck seen) {
        Why why = why(step.floor, agent, step.now);
        if (why == null || !as(step.floor, agent, why).equals(seen)) {
            throw new Refused("floor.not-stuck");
        }
        LiveContact contact = step.floor.contactOf(agent);
        switch (why) {
            case NO_CONTACT -> {
                if (agent.consulted == null) {
                    ContactLife.release(step, agent, Presence.AVAILABLE, null);
                } else {
                    Consultations.over(step, agent.consulted.call());
                }
            }
            case MISSED, DESK -> {
                agent.lostAt = null;
                Sessions.goOffline(step, agent);
            }
            case CONNECTING -> CallEvents.connectFailed(step, present(contact), "repaired");
            case WRAP_UP -> ContactLife.finish(step, present(contact), ContactLife.NONE, present(contact).note);
            case TALK -> Reconciliation.ask(step, present(contact).gateway);
        }
    }

    private static LiveContact present(@Nullable LiveContact contact) {
        if (contact == null) {
            throw new NotFound("contact");
        }
        return contact;
    }
}
