package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.client.Forwarding;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicy;
import org.jspecify.annotations.Nullable;

/**
 * What is set up and seldom changes: read when the engine starts and again after an edit.
 *
 * @param gateways names of all gateways
 * @param people by login
 * @param pauses kind of pause by its reason's code, by client
 */
public record Reference(
        Set<String> gateways,
        Map<Integer, String> clients,
        Map<UUID, ProgramFacts> programs,
        Map<UUID, QueueFacts> queues,
        Map<String, NumberFacts> numbers,
        Map<String, PersonFacts> people,
        Map<Integer, Map<Integer, MaskedNumber.Shown>> masking,
        Map<Integer, Map<String, Presence>> pauses) {

    public Reference {
        gateways = Set.copyOf(gateways);
        clients = Map.copyOf(clients);
        programs = Map.copyOf(programs);
        queues = Map.copyOf(queues);
        numbers = Map.copyOf(numbers);
        people = Map.copyOf(people);
        masking = Map.copyOf(masking);
        pauses = Map.copyOf(pauses);
    }

    /** With numbers shown as usual, and pauses without reasons. */
    public Reference(
            Set<String> gateways,
            Map<Integer, String> clients,
            Map<UUID, ProgramFacts> programs,
            Map<UUID, QueueFacts> queues,
            Map<String, NumberFacts> numbers,
            Map<String, PersonFacts> people) {
        this(gateways, clients, programs, queues, numbers, people, Map.of(), Map.of());
    }

    /** How much of the client's numbers is shown at a site: its own line, else the client's, else the ends. */
    public MaskedNumber.Shown shown(int client, int site) {
        Map<Integer, MaskedNumber.Shown> lines = masking.getOrDefault(client, Map.of());
        return lines.getOrDefault(site, lines.getOrDefault(0, MaskedNumber.Shown.ENDS));
    }

    /** What may be shown to viewers of any site: the strictest of the client's lines. */
    public MaskedNumber.Shown shownAnywhere(int client) {
        Map<Integer, MaskedNumber.Shown> lines = masking.getOrDefault(client, Map.of());
        return Stream.concat(Stream.of(shown(client, 0)), lines.values().stream())
                .max(Comparator.naturalOrder())
                .orElse(MaskedNumber.Shown.ENDS);
    }

    /** Nothing is set up. */
    public static Reference none() {
        return new Reference(Set.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** @return the queue of that client with that code, or null */
    public @Nullable QueueFacts queueOf(int client, String code) {
        for (QueueFacts queue : queues.values()) {
            if (queue.client() == client && queue.code().equals(code)) {
                return queue;
            }
        }
        return null;
    }

    public record ProgramFacts(
            int client,
            UUID id,
            String name,
            String mark,
            String accent,
            String accentDark,
            Set<String> dispositions) {}

    public record QueueFacts(
            int client,
            UUID id,
            UUID programId,
            String code,
            String name,
            int priority,
            Map<String, Integer> skills,
            @Nullable String greeting,
            int reservationSeconds,
            int wrapUpSeconds,
            boolean open,
            QueuePolicy policy) {}

    public record NumberFacts(int client, String number, UUID queueId, String language, String label) {}

    public record PersonFacts(
            UUID id,
            String login,
            String name,
            int siteId,
            boolean active,
            Set<Integer> clients,
            Map<String, Integer> skills,
            Set<String> teams,
            List<Lent> lent,
            Forwarding forwarding) {

        /** Who has no chain. */
        public PersonFacts(
                UUID id,
                String login,
                String name,
                int siteId,
                boolean active,
                Set<Integer> clients,
                Map<String, Integer> skills,
                Set<String> teams,
                List<Lent> lent) {
            this(id, login, name, siteId, active, clients, skills, teams, lent, Forwarding.none());
        }
    }

    /**
     * What the person counts as skilled for besides, until then.
     *
     * @param alone for no other queue meanwhile
     */
    public record Lent(int client, UUID queue, Map<String, Integer> skills, Instant until, boolean alone) {}
}
