package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.FloorSnapshot.AgentNow;
import org.fairlead.routing.FloorSnapshot.QueueNow;
import org.fairlead.routing.FloorSnapshot.WaitingNow;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.LiveContact.State;
import org.jspecify.annotations.Nullable;

/** The floor as others see it. */
final class Snapshots {

    private Snapshots() {}

    /** Counts of one queue while they are gathered. */
    private static final class Tally {
        int waiting;
        int inService;

        @Nullable
        Instant longest;
    }

    static FloorSnapshot of(Floor floor, Instant now) {
        Map<UUID, Tally> tallies = new HashMap<>();
        List<WaitingNow> waiting = new ArrayList<>();
        for (LiveContact contact : floor.contacts.values()) {
            count(contact, tallies, now);
            if (waits(contact, now)) {
                waiting.add(waiting(floor.reference, contact));
            }
        }
        waiting.sort(Comparator.comparing(WaitingNow::queuedAt));
        return new FloorSnapshot(now, queues(floor, tallies), agents(floor, now), List.copyOf(waiting));
    }

    private static boolean waits(LiveContact contact, Instant now) {
        return waits(contact)
                && !(contact.toBeCalled() && Callbacks.notBefore(contact).isAfter(now));
    }

    private static boolean waits(LiveContact contact) {
        boolean between = contact.state == State.QUEUED || contact.state == State.RESERVED;
        return between && !contact.previewed() && contact.handling.ending() == null;
    }

    private static void count(LiveContact contact, Map<UUID, Tally> tallies, Instant now) {
        UUID queue = contact.queueId;
        if (queue == null) {
            return;
        }
        Tally tally = tallies.computeIfAbsent(queue, id -> new Tally());
        if (waits(contact, now)) {
            tally.waiting++;
            Instant since = since(contact);
            if (tally.longest == null || since.isBefore(tally.longest)) {
                tally.longest = since;
            }
        } else if (contact.state == State.CONNECTING || contact.state == State.CONNECTED) {
            tally.inService++;
        }
    }

    static Map<String, Integer> waitingFor(Floor floor) {
        List<LiveContact> waiting =
                floor.contacts.values().stream().filter(Snapshots::waits).toList();
        Map<String, Integer> counts = new HashMap<>();
        for (LiveAgent agent : floor.agents.values()) {
            if (agent.presence != Presence.OFFLINE) {
                Set<UUID> alone = floor.router.alone(agent.id());
                long mine = waiting.stream()
                        .filter(contact -> alone.isEmpty()
                                ? mayGet(agent, contact.need())
                                : contact.queueId != null && alone.contains(contact.queueId))
                        .count();
                counts.put(agent.facts.login(), (int) mine);
            }
        }
        return counts;
    }

    private static boolean mayGet(LiveAgent agent, Router.Need need) {
        Map<String, Integer> skills = agent.facts.skills();
        return agent.facts.clients().contains(need.client())
                && (need.only() == null || need.only().equals(agent.id()))
                && need.skills().entrySet().stream()
                        .allMatch(asked -> skills.getOrDefault(asked.getKey(), 0) >= asked.getValue());
    }

    private static Instant since(LiveContact contact) {
        return contact.queuedAt == null ? contact.offeredAt : contact.queuedAt;
    }

    private static WaitingNow waiting(Reference reference, LiveContact contact) {
        return new WaitingNow(
                contact.client,
                contact.id,
                contact.programId,
                contact.queueId,
                contact.campaignId,
                contact.label,
                contact.language,
                MaskedNumber.of(contact.remote, reference.shownAnywhere(contact.client)),
                Math.max(0, contact.priority),
                since(contact));
    }

    private static List<QueueNow> queues(Floor floor, Map<UUID, Tally> tallies) {
        List<QueueNow> queues = new ArrayList<>();
        for (Reference.QueueFacts queue : floor.reference.queues().values()) {
            Tally tally = tallies.getOrDefault(queue.id(), new Tally());
            queues.add(new QueueNow(
                    queue.client(),
                    queue.programId(),
                    queue.id(),
                    queue.code(),
                    queue.name(),
                    tally.waiting,
                    tally.longest,
                    tally.inService,
                    floor.router.ready(queue.id(), new Router.Need(queue.client(), queue.skills(), null))));
        }
        queues.sort(Comparator.comparing(QueueNow::clientId).thenComparing(QueueNow::code));
        return List.copyOf(queues);
    }

    private static List<AgentNow> agents(Floor floor, Instant now) {
        List<AgentNow> agents = new ArrayList<>();
        for (LiveAgent agent : floor.agents.values()) {
            if (!handlesContacts(agent)) {
                continue;
            }
            LiveContact contact = floor.contactOf(agent);
            agents.add(new AgentNow(
                    agent.id(),
                    agent.facts.login(),
                    agent.facts.name(),
                    agent.facts.siteId(),
                    agent.presence,
                    agent.reason,
                    agent.since,
                    contact == null ? 0 : contact.client,
                    agent.contactId,
                    contact == null ? null : contact.queueId,
                    contact == null ? null : contact.campaignId,
                    agent.facts.clients(),
                    contact != null && contact.rings(),
                    Stuckness.why(floor, agent, now),
                    contact == null ? null : contact.heard));
        }
        agents.sort(Comparator.comparing(AgentNow::name));
        return List.copyOf(agents);
    }

    /** Supervisors and account managers are people too, and in nobody's floor. */
    private static boolean handlesContacts(LiveAgent agent) {
        boolean skilled = agent.facts.active() && !agent.facts.skills().isEmpty();
        return skilled || agent.contactId != null;
    }
}
