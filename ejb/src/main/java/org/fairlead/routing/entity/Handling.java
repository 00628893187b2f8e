package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a contact is to be handled, fixed when it begins or is transferred, and kept with it over a restart.
 *
 * @param skills what an agent needs
 * @param only the one agent who may get it
 * @param auto whether an agent is connected without being asked: the customer of a dialled call must not wait
 * @param preview whether an agent looks at the lead before it is dialled
 * @param callbackMine whether the agent who promised the callback keeps it
 * @param consulted with whom the agent speaks while the customer waits
 * @param ending the outcome that is already decided while the customer is still to be let go
 */
public record Handling(
        Map<String, Integer> skills,
        @Nullable UUID only,
        int reservationSeconds,
        int wrapUpSeconds,
        int previewSeconds,
        int ringSeconds,
        String callerId,
        String origin,
        boolean detectMachine,
        boolean auto,
        boolean preview,
        boolean dialled,
        @Nullable Outcome ending,
        @Nullable Instant callbackAt,
        boolean callbackMine,
        @Nullable String consulted) {

    private static final int NO_LIMIT_ASKED = 0;

    public Handling {
        skills = Map.copyOf(skills);
    }

    /** For a customer who calls, by the queue that the number leads to. */
    public static Handling inbound(Reference.QueueFacts queue) {
        return new Handling(
                queue.skills(),
                null,
                queue.reservationSeconds(),
                queue.wrapUpSeconds(),
                NO_LIMIT_ASKED,
                NO_LIMIT_ASKED,
                "",
                queue.name(),
                false,
                false,
                false,
                false,
                null,
                null,
                false,
                null);
    }

    /** For a call that is refused as soon as it comes. */
    public static Handling none() {
        return new Handling(Map.of(), null, 0, 0, 0, 0, "", "", false, false, false, false, null, null, false, null);
    }

    public Handling ending(@Nullable Outcome decided) {
        return new Handling(
                skills,
                only,
                reservationSeconds,
                wrapUpSeconds,
                previewSeconds,
                ringSeconds,
                callerId,
                origin,
                detectMachine,
                auto,
                preview,
                dialled,
                decided,
                callbackAt,
                callbackMine,
                consulted);
    }

    public Handling forOnly(@Nullable UUID agent) {
        return new Handling(
                skills,
                agent,
                reservationSeconds,
                wrapUpSeconds,
                previewSeconds,
                ringSeconds,
                callerId,
                origin,
                detectMachine,
                auto,
                preview,
                dialled,
                ending,
                callbackAt,
                callbackMine,
                consulted);
    }

    /** The previewed lead was dialled. */
    public Handling nowDialled() {
        return new Handling(
                skills,
                only,
                reservationSeconds,
                wrapUpSeconds,
                previewSeconds,
                ringSeconds,
                callerId,
                origin,
                detectMachine,
                auto,
                preview,
                true,
                ending,
                callbackAt,
                callbackMine,
                consulted);
    }

    public Handling callback(@Nullable Instant at, boolean mine) {
        return new Handling(
                skills,
                only,
                reservationSeconds,
                wrapUpSeconds,
                previewSeconds,
                ringSeconds,
                callerId,
                origin,
                detectMachine,
                auto,
                preview,
                dialled,
                ending,
                at,
                mine,
                consulted);
    }

    /** @param whom null when the agent is back with the customer */
    public Handling consulting(@Nullable String whom) {
        return new Handling(
                skills,
                only,
                reservationSeconds,
                wrapUpSeconds,
                previewSeconds,
                ringSeconds,
                callerId,
                origin,
                detectMachine,
                auto,
                preview,
                dialled,
                ending,
                callbackAt,
                callbackMine,
                whom);
    }
}
