package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.entity.placement.PlacedDebt;
import org.fairlead.shared.Sql;

/**
 * What the client tried before it handed a debt over, as the outreach decision takes in contacts made elsewhere: so that
 * its caps count them. The file names the last day only, so all of them count on it: the stricter reading.
 */
public final class EarlierAttempts {

    /** No cap of the pack counts more to one person in its longest window. */
    private static final int MOST = 20;

    private static final LocalTime NOON = LocalTime.NOON;

    private EarlierAttempts() {}

    private record Whom(String reference, UUID debt, String person, String number) {}

    /** CSV; empty when the placement names none. */
    public static Optional<String> csv(Connection c, UUID placement, List<PlacedDebt> debts, ZoneId zone) {
        Map<String, PlacedDebt> tried = new HashMap<>();
        debts.stream().filter(debt -> debt.attempts() > 0).forEach(debt -> tried.put(debt.reference(), debt));
        if (tried.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder csv = new StringBuilder("at,number,person,debt\n");
        for (Whom whom : whom(c, placement, tried)) {
            PlacedDebt debt = tried.get(whom.reference());
            LocalDate day = debt == null ? null : debt.lastAttempt();
            if (debt == null || day == null) {
                continue;
            }
            for (int i = 0; i < Math.min(MOST, debt.attempts()); i++) {
                csv.append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        day.atTime(NOON.minusMinutes(i)).atZone(zone)));
                csv.append(',')
                        .append(whom.number())
                        .append(",\"")
                        .append(whom.person().replace("\"", "\"\""));
                csv.append("\",").append(whom.debt()).append('\n');
            }
        }
        return Optional.of(csv.toString());
    }

    private static List<Whom> whom(Connection c, UUID placement, Map<String, PlacedDebt> tried) {
        return Sql.list(
                c,
                row -> new Whom(row.getString(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4)),
                """
                select d.reference, d.debt_id, coalesce(u.reference, u.customer_id::text), min(p.value)
                from debt d
                join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
                join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
                join contact_point p on p.client_id = y.client_id and p.customer_id = y.customer_id and p.kind = 'PHONE'
                where d.placement_id = ? and d.reference = any (?)
                group by d.reference, d.debt_id, u.reference, u.customer_id
                """,
                placement,
                tried.keySet().toArray(String[]::new));
    }
}
