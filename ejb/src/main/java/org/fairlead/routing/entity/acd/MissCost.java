package org.fairlead.routing.entity.acd;

/**
 * What it costs the outsourcer when a contact of a queue is not answered in time, under the client's agreement and as
 * things stand this period. Told by who knows the agreement.
 *
 * @param targetMillis within which an answer counts
 * @param perMiss in thousandths of a cent of one currency, of one more missed contact
 * @param late what is lost with one that is late already, should it have to wait on
 */
public record MissCost(long targetMillis, long perMiss, long late) {

    /** What waiting on costs one who came then. */
    long of(long since, long now, long horizon) {
        return of(perMiss, late, since + targetMillis - now, horizon);
    }

    /**
     * What waiting on costs now: the cost of a miss, the nearer the deadline the more of it.
     *
     * @param slack what is left until it is late; not above nought once it is
     * @param horizon a wait that a freed agent makes likely; a contact with that much left counts half
     */
    static long of(long perMiss, long late, long slack, long horizon) {
        return slack <= 0 ? late : perMiss * horizon / (horizon + slack);
    }
}
