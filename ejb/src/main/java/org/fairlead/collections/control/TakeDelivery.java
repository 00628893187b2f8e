package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.shared.Sql;

/**
 * Writes down what became of a message that had left. What came back stays so, whatever is said afterwards: a server may
 * say that it has it and hand it back later, not the other way round. It left all the same, and counts as it did.
 */
public final class TakeDelivery {

    private final Connection c;
    private final Instant now;

    public TakeDelivery(Connection c, Instant now) {
        this.c = c;
        this.now = now;
    }

    private record Left(UUID debt, String channel, String subject, String before) {}

    /** @return {@link Taken#NONE} for a message that is none, or has not left */
    public Taken take(DeliveryWord word) {
        List<Left> found = Sql.list(
                c,
                row -> new Left(
                        row.getObject("debt_id", UUID.class),
                        row.getString("channel"),
                        row.getString("subject"),
                        Objects.requireNonNullElse(row.getString("delivery"), "")),
                "select debt_id, channel, subject, delivery from debt_message where client_id = ? and message_id = ?"
                        + " and state = 'SENT' for update",
                word.client(),
                word.message());
        if (found.isEmpty()) {
            return Taken.NONE;
        }
        Left left = found.get(0);
        String said = word.arrived() ? "DELIVERED" : "UNDELIVERED";
        if (left.before().equals(said) || left.before().equals("UNDELIVERED")) {
            return Taken.KNOWN;
        }
        Sql.update(
                c,
                "update debt_message set delivery = ?, delivery_at = ?, delivery_code = ? where client_id = ? and message_id = ?",
                said,
                now,
                word.code(),
                word.client(),
                word.message());
        if (!word.arrived()) {
            DebtTimeline.note(
                    c,
                    word.client(),
                    left.debt(),
                    now,
                    "provider",
                    "UNDELIVERED",
                    Map.of("channel", left.channel(), "subject", left.subject(), "code", word.code()));
        }
        return Taken.NEW;
    }
}
