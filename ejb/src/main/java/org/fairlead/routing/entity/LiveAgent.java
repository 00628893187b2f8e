package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.routing.Presence;
import org.jspecify.annotations.Nullable;

/** An agent as the engine knows them. */
final class LiveAgent {

    Reference.PersonFacts facts;
    /** Of the live desktop; empty when there was none yet. */
    String sessionId = "";

    Presence presence = Presence.OFFLINE;

    @Nullable
    String reason;

    Instant since;
    /** What begins when the contact at hand is closed. */
    @Nullable
    Presence next;

    @Nullable
    String nextReason;
    /** Of the last presence change, stored. */
    long position;
    /** Of the last desk that was pushed. */
    long version;

    @Nullable
    UUID contactId;

    /** The talk of a colleague's about which this agent is asked; null: none. */
    Consultations.@Nullable Heard consulted;

    /** The contact of which the agent said that it is about to end, and when. */
    @Nullable
    UUID finishing;

    @Nullable
    Instant finishingAt;

    /** Calls ring at a desk telephone: whoever picks it up has answered. Known while the desk says so. */
    boolean picksUp;

    int clientId;
    /** The desktop's connection is broken since then. */
    @Nullable
    Instant lostAt;

    LiveAgent(Reference.PersonFacts facts, Instant since) {
        this.facts = facts;
        this.since = since;
    }

    UUID id() {
        return facts.id();
    }

    /** Available, reachable and free. */
    boolean ready() {
        return presence == Presence.AVAILABLE
                && lostAt == null
                && contactId == null
                && consulted == null
                && facts.active();
    }

    /** When the agent said that the contact at hand is about to end; null when nothing was said. */
    @Nullable
    Instant finishingSince() {
        return contactId != null && contactId.equals(finishing) ? finishingAt : null;
    }

    /** To whom this agent's time belongs now; 0 for nobody. */
    int attributedClient(int contactClient) {
        if (contactId != null) {
            return contactClient;
        }
        if (consulted != null && presence == Presence.ON_CONTACT) {
            return consulted.shown().clientId();
        }
        if (presence == Presence.AVAILABLE) {
            var served = facts.clients().stream().filter(c -> c != 0).toList();
            return served.size() == 1 ? served.get(0) : 0;
        }
        return 0;
    }

    AgentSessionRow row() {
        return new AgentSessionRow(id(), sessionId, presence.name(), reason, since, position, clientId, contactId);
    }
}
