package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The foundation's policy.
 *
 * <ul>
 *   <li>A freed agent gets, among the waiting contacts that the agent may serve (client and every skill), the one of
 *       the most urgent priority, and among those the one that waits longest.
 *   <li>A new contact gets, among the ready agents who may serve it, the one idle longest; of two idle since the same
 *       instant the one with the higher sum of proficiencies in the asked skills.
 * </ul>
 *
 * Contacts and agents are looked through in order: fit for hundreds of agents, and replaced where thousands work.
 */
public final class LongestIdleRouter implements Router {

    private static final Comparator<Waiting> ORDER = Comparator.comparingInt(Waiting::priority)
            .thenComparing(Waiting::since)
            .thenComparing(Waiting::contact);

    private final Map<UUID, Agent> agents = new HashMap<>();
    private final Map<UUID, Waiting> contacts = new HashMap<>();
    private final TreeSet<Waiting> line = new TreeSet<>(ORDER);
    private final Map<UUID, Instant> idle = new HashMap<>();
    /** Agents and contacts that changed since the last look: everyone else is known to have no match. */
    private final LinkedHashSet<UUID> freshAgents = new LinkedHashSet<>();

    private final TreeSet<Waiting> freshContacts = new TreeSet<>(ORDER);

    private record Agent(Set<Integer> clients, Map<String, Integer> skills) {

        boolean serves(UUID id, Need need) {
            if (!clients.contains(need.client())) {
                return false;
            }
            if (need.only() != null) {
                return need.only().equals(id);
            }
            for (Map.Entry<String, Integer> asked : need.skills().entrySet()) {
                if (skills.getOrDefault(asked.getKey(), 0) < asked.getValue()) {
                    return false;
                }
            }
            return true;
        }

        int fit(Need need) {
            int sum = 0;
            for (String asked : need.skills().keySet()) {
                sum += skills.getOrDefault(asked, 0);
            }
            return sum;
        }
    }

    @Override
    public void know(UUID agent, Set<Integer> clients, Map<String, Integer> skills) {
        agents.put(agent, new Agent(Set.copyOf(clients), Map.copyOf(skills)));
        if (idle.containsKey(agent)) {
            freshAgents.add(agent);
        }
    }

    @Override
    public void ready(UUID agent, Instant since) {
        idle.put(agent, since);
        freshAgents.add(agent);
    }

    @Override
    public void unready(UUID agent) {
        idle.remove(agent);
        freshAgents.remove(agent);
    }

    @Override
    public void waiting(Waiting contact) {
        gone(contact.contact());
        contacts.put(contact.contact(), contact);
        line.add(contact);
        freshContacts.add(contact);
    }

    @Override
    public void gone(UUID contact) {
        Waiting waiting = contacts.remove(contact);
        if (waiting != null) {
            line.remove(waiting);
            freshContacts.remove(waiting);
        }
    }

    @Override
    public Optional<Match> next() {
        while (!freshContacts.isEmpty()) {
            Waiting contact = freshContacts.first();
            UUID agent = bestFor(contact.need());
            if (agent != null) {
                // Someone more urgent may have waited for just this agent, who is fresh as well.
                Waiting first = firstFor(agent);
                return Optional.of(match(first == null ? contact : first, agent));
            }
            freshContacts.remove(contact);
        }
        while (!freshAgents.isEmpty()) {
            UUID agent = freshAgents.iterator().next();
            Waiting contact = firstFor(agent);
            UUID best = contact == null ? null : bestFor(contact.need());
            if (contact != null && best != null) {
                return Optional.of(match(contact, best));
            }
            freshAgents.remove(agent);
        }
        return Optional.empty();
    }

    @Override
    public Optional<UUID> take(Need need) {
        Optional<UUID> best = Optional.ofNullable(bestFor(need));
        best.ifPresent(this::unready);
        return best;
    }

    @Override
    public int ready(Need need) {
        int count = 0;
        for (UUID agent : idle.keySet()) {
            if (serves(agent, need)) {
                count++;
            }
        }
        return count;
    }

    private Match match(Waiting contact, UUID agent) {
        unready(agent);
        gone(contact.contact());
        return new Match(contact.contact(), agent);
    }

    private boolean serves(UUID agent, Need need) {
        Agent facts = agents.get(agent);
        return facts != null && facts.serves(agent, need);
    }

    private @Nullable Waiting firstFor(UUID agent) {
        for (Waiting contact : line) {
            if (serves(agent, contact.need())) {
                return contact;
            }
        }
        return null;
    }

    private @Nullable UUID bestFor(Need need) {
        return idle.entrySet().stream()
                .filter(entry -> serves(entry.getKey(), need))
                .min(Comparator.comparing((Map.Entry<UUID, Instant> entry) -> entry.getValue())
                        .thenComparing(entry -> -fit(entry.getKey(), need))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private int fit(UUID agent, Need need) {
        Agent facts = agents.get(agent);
        return facts == null ? 0 : facts.fit(need);
    }
}
