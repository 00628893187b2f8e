package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * How far each role may go by itself with plans and settlements, as the client agreed. What lets anybody go further than
 * before is confirmed by a second person. Role: BPO admin.
 */
public interface Authorities {

    /** What is in force. */
    Table table(UUID portfolioId);

    /** Changes with what stood after each, newest first; one that waits is the first. */
    List<Change> changes(UUID portfolioId);

    /** For a field to choose from. */
    List<String> roles();

    /**
     * Changes it: at once where nobody may go further than before; else it waits for somebody else.
     *
     * @return what became of it: {@code IN_FORCE} or {@code WAITS}
     * @throws org.fairlead.shared.Refused {@code authority.*} naming the field; {@code authority.waits} while a change
     *     waits; {@code authority.same}
     */
    String change(UUID portfolioId, Table table, String reason);

    /** @throws org.fairlead.shared.Refused {@code authority.four-eyes} for whoever made it, {@code authority.decided} */
    void confirm(UUID changeId);

    /** Whoever made it takes it back; anybody else refuses it. */
    void refuse(UUID changeId);

    /** Sums in the portfolio's currency. */
    record Table(List<Limit> limits, List<Floor> floors) {

        public Table {
            limits = List.copyOf(limits);
            floors = List.copyOf(floors);
        }
    }

    /**
     * @param instalments of a plan, at most
     * @param least no instalment below, but for the last
     */
    record Limit(String role, int instalments, BigDecimal least) {}

    /**
     * @param days past due, from so many on
     * @param balance owed, from so much on
     * @param percent of what is owed that a settlement pays at least
     */
    record Floor(String role, int days, BigDecimal balance, BigDecimal percent) {}

    /**
     * @param raises somebody may go further than before
     * @param state {@code WAITS}, {@code IN_FORCE}, {@code REFUSED}, {@code WITHDRAWN}
     * @param mine the caller made it
     */
    record Change(
            ClientId client,
            UUID changeId,
            UUID portfolioId,
            Table table,
            boolean raises,
            String state,
            String reason,
            String madeBy,
            Instant madeAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            boolean mine) {}
}
