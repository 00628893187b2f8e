package org.fairlead.routing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Agents who help in a queue that is not theirs until a time, and what would help now. Roles: supervisor, BPO admin;
 * everything is limited to the caller's clients, and to agents who serve the queue's client already. Effective at once;
 * audited.
 */
public interface Lending {

    /** Worked out from who waits and who is there at this moment; the worst wait first. */
    List<Proposal> whatWouldHelp();

    /** Who is lent now. */
    List<Lent> lent();

    /** Where somebody may be lent: the queues of the caller's clients, those of a client side by side. */
    List<Place> places();

    /** Who may be lent: the active agents who serve one of the caller's clients, by name. */
    List<Helper> helpers();

    /**
     * From now on.
     *
     * @param alone the agent works there and nowhere else until then; otherwise there besides the own queues
     * @throws org.fairlead.shared.Refused {@code lending.minutes} when not 5 minutes to 12 hours, {@code lending.client}
     *     when the agent does not serve the queue's client, {@code lending.others} when alone and the agent serves clients
     *     whom the caller does not, {@code lending.moved} when not alone and the agent works in another queue alone
     * @throws org.fairlead.shared.NotFound for whoever is no {@link #helpers helper}
     */
    void lend(UUID queue, UUID person, int minutes, boolean alone);

    void giveBack(UUID queue, UUID person);

    /** The last who were given to an agent within the hour, the newest first, and why that one. */
    List<Decided> lastDecisions();

    /** @param why as the journal keeps it */
    record Decided(Instant at, @Nullable String queueName, @Nullable String personName, String why)
            implements Serializable {}

    /**
     * One agent who would help.
     *
     * @param before seconds that the last who waits must expect, and with the agent's help
     * @param elsewhere the same for the queue that would miss the agent most; both 0 when none would
     */
    record Proposal(
            UUID queue,
            String queueName,
            UUID person,
            String personName,
            long before,
            long after,
            long elsewhere,
            long elsewhereAfter)
            implements Serializable {}

    /** @param alone whether the agent works nowhere else meanwhile */
    record Lent(UUID queue, String queueName, UUID person, String personName, Instant until, boolean alone)
            implements Serializable {}

    record Place(UUID queue, String clientName, String queueName) implements Serializable {}

    record Helper(UUID person, String name, String login) implements Serializable {}
}
