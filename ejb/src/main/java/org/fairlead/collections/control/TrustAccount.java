package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.entity.TrustBook;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.collections.entity.TrustBook.Move;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;

/** A portfolio's trust in one currency, as rows. Whoever moves money holds the portfolio's lock. */
final class TrustAccount {

    private static final String SUMS =
            """
            select
              coalesce(sum(case move when 'RECEIVED' then amount when 'CLEARED' then -amount end), 0) as uncleared,
              coalesce(sum(case move when 'CLEARED' then amount when 'ADVANCED' then amount when 'RECEIVED' then 0 else -amount end), 0) as cleared,
              coalesce(sum(case move when 'ADVANCED' then amount when 'ADVANCE_REPAID' then -amount end), 0) as advanced
            from trust_line where client_id = ? and portfolio_id = ? and currency = ?
            """;

    private final Connection c;
    private final ClientId client;
    private final UUID portfolio;
    private final String currency;

    TrustAccount(Connection c, ClientId client, UUID portfolio, String currency) {
        this.c = c;
        this.client = client;
        this.portfolio = portfolio;
        this.currency = currency;
    }

    /** Who moves the money, and from which day it counts. */
    record Slip(LocalDate day, Instant at, String who) {}

    private record Sums(long uncleared, long cleared, long advanced) {}

    /** A book that stands as the account does; its lines are the fewest that lead there. */
    TrustBook book() {
        Sums sums = Sql.one(
                        c,
                        row -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3)),
                        SUMS,
                        client,
                        portfolio,
                        currency)
                .orElseThrow();
        List<Line> lines = new ArrayList<>();
        add(lines, Move.RECEIVED, sums.uncleared());
        add(lines, Move.ADVANCED, sums.advanced());
        long own = sums.cleared() - sums.advanced();
        if (own >= 0) {
            add(lines, Move.RECEIVED, own);
            add(lines, Move.CLEARED, own);
        } else {
            add(lines, Move.RETURNED, -own);
        }
        return TrustBook.of(currency, lines);
    }

    private void add(List<Line> lines, Move move, long minor) {
        if (minor > 0) {
            lines.add(new Line(move, new Money(minor, currency), "carried"));
        }
    }

    /** Each is refused by the book when more would leave than is there. */
    void post(TrustBook book, List<Line> lines, Slip slip) {
        for (Line line : lines) {
            book.append(line);
            Sql.update(
                    c,
                    """
                    insert into trust_line (client_id, line_id, portfolio_id, currency, move, amount, value_date, posted_at,
                                            reference, who) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    client,
                    Ids.next(),
                    portfolio,
                    currency,
                    line.move().name(),
                    line.amount().minor(),
                    slip.day(),
                    slip.at(),
                    line.reference(),
                    slip.who());
        }
    }
}
