package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.CardWay;
import org.fairlead.collections.Debtors.CardView;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;

/** How far payments by card are, for who asked for them and for who looks after the money. */
public final class CardList {

    private static final String VIEW =
            """
            select o.*, d.reference, m.state as sent, m.reason as unsent,
              case when o.state = 'LINK' and o.way = 'KEYPAD' then 'UNHEARD'
                when o.state = 'LINK' and o.expires_at <= ?::timestamptz then 'EXPIRED' else o.state end as shown,
              (select string_agg(x ->> 'rule', ', ') from jsonb_array_elements(coalesce(m.verdict -> 'denials', '[]'::jsonb)) x) as rules
            from card_order o
            join debt d on d.client_id = o.client_id and d.debt_id = o.debt_id
            left join debt_message m on m.client_id = o.client_id and m.message_id = o.message_id
            """;

    private CardList() {}

    /** The last ones of a debt. */
    static List<CardView> ofDebt(Connection c, ClientId client, UUID debt, Instant now) {
        return Sql.list(
                c,
                CardList::view,
                VIEW + " where o.client_id = ? and o.debt_id = ? order by o.made_at desc, o.order_id desc limit 5",
                now,
                client,
                debt);
    }

    /** Newest first. */
    public static List<CardView> ofPortfolio(
            Connection c, ClientId client, UUID portfolio, Instant now, int first, int size) {
        return Sql.list(
                c,
                CardList::view,
                VIEW
                        + " where o.client_id = ? and o.portfolio_id = ? order by o.made_at desc, o.order_id desc limit ? offset ?",
                now,
                client,
                portfolio,
                size,
                first);
    }

    private static CardView view(ResultSet row) throws SQLException {
        return new CardView(
                row.getObject("order_id", UUID.class),
                row.getString("reference"),
                CardWay.valueOf(row.getString("way")),
                new Money(row.getLong("amount"), row.getString("currency")).amount(),
                row.getString("currency"),
                row.getString("shown"),
                row.getString("sent"),
                row.getString("rules") == null ? row.getString("unsent") : row.getString("rules"),
                row.getString("made_by"),
                Objects.requireNonNull(Sql.instant(row, "made_at")),
                Objects.requireNonNull(Sql.instant(row, "expires_at")));
    }
}
