package org.fairlead.routing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent's desktop shows now. Pushed whole at each change: the latest wins, none depends on the one before.
 *
 * @param version grows with each change of this agent's state; an older one that arrives late is dropped
 * @param since when the present presence began
 * @param decidedAt when the engine decided this, for measuring how long a browser took to show it
 * @param next the presence that begins when the contact at hand is closed, where the agent has chosen one
 * @param contact the contact at hand, offered, talking or in wrap-up
 * @param consultation about which talk of a colleague's the agent is asked; null when about none
 */
public record DeskState(
        long version,
        Presence presence,
        @Nullable String reason,
        Instant since,
        Instant decidedAt,
        @Nullable Presence next,
        @Nullable DeskContact contact,
        @Nullable Consultation consultation) {

    /** A colleague asks this agent about a customer who waits: of the customer nothing is said. */
    public record Consultation(String by, int clientId, String clientName, String programName) {}

    /**
     * The contact at hand, as far as it is needed at once; the rest is read by the page.
     *
     * @param phase {@code PREVIEW}, {@code OFFERED}, {@code RINGING} (a customer who was dialled has not answered yet), {@code
     *     CONNECTING}, {@code CONNECTED}, {@code WRAP_UP}
     * @param remote the customer's number, masked
     * @param consulted with whom the agent speaks while the customer waits; null: with the customer
     * @param offerEndsAt when the reservation times out, while offered
     * @param outcome how it ended, once it has; in wrap-up without {@code connectedAt} it is why a dialled lead was not reached
     * @param wrapUpEndsAt when wrap-up ends by itself, while in wrap-up
     */
    public record DeskContact(
            UUID contactId,
            int clientId,
            String phase,
            String direction,
            String clientName,
            String programName,
            String queueName,
            String label,
            String language,
            String brandMark,
            String accent,
            String accentDark,
            String remote,
            boolean held,
            boolean muted,
            String recording,
            @Nullable String consulted,
            Instant queuedAt,
            @Nullable Instant connectedAt,
            @Nullable Instant offerEndsAt,
            @Nullable Instant wrapUpEndsAt,
            @Nullable String outcome) {}
}
