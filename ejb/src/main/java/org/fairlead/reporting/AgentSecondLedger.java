package org.fairlead.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;

/**
 * Where an agent's seconds went: every second that an agent is logged in belongs to one client, or to the outsourcer,
 * and to one presence. Bills for productive hours are read from it, so that a shared agent is never billed twice.
 * Roles: supervisor, BPO admin; lines of clients that the caller does not serve are left out.
 */
public interface AgentSecondLedger {

    /** One agent's day in the time zone of the agent's site; an open session counts up to now. */
    LedgerDay of(UUID personId, LocalDate date);

    /**
     * @param seconds over all lines; of an agent seen whole it is the time logged in, to the second
     * @param until the end of the day, or now while it runs
     */
    record LedgerDay(UUID personId, LocalDate date, Instant until, List<Line> lines, long seconds) {}

    record Line(ClientId client, Presence presence, long seconds) {}
}
