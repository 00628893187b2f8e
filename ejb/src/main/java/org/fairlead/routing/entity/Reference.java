package org.fairlead.routing.entity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is set up and seldom changes: read when the engine starts and again after an edit.
 *
 * @param gateways names of all gateways
 * @param people by login
 */
public record Reference(
        Set<String> gateways,
        Map<Integer, String> clients,
        Map<UUID, ProgramFacts> programs,
        Map<UUID, QueueFacts> queues,
        Map<String, NumberFacts> numbers,
        Map<String, PersonFacts> people) {

    public Reference {
        gateways = Set.copyOf(gateways);
        clients = Map.copyOf(clients);
        programs = Map.copyOf(programs);
        queues = Map.copyOf(queues);
        numbers = Map.copyOf(numbers);
        people = Map.copyOf(people);
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
            boolean open) {}

    public record NumberFacts(int client, String number, UUID queueId, String language, String label) {}

    public record PersonFacts(
            UUID id,
            String login,
            String name,
            int siteId,
            boolean active,
            Set<Integer> clients,
            Map<String, Integer> skills) {}
}
