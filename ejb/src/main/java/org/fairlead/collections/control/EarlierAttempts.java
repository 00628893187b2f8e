package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.entity.placement.PlacedDebt;
import org.fairlead.compliance.Wishes.Elsewhere;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/**
 * What the client tried before it handed a debt over, as the outreach decision takes in contacts made elsewhere: so that
 * its caps count them. The file names the last day only, so all of them count on it: the stricter reading.
 */
public final class EarlierAttempts {

    /** No cap of the pack counts more to one person in its longest window. */
    private static final int MOST = 20;

    /** Attempts on one number at the very same time are one: debts of one person are told apart by less than a minute. */
    private static final long MICROS_OF_A_MINUTE = 60_000_000;

    private final Connection c;
    private final ClientId client;
    private final ZoneId zone;
    private final Instant now;

    public EarlierAttempts(Connection c, ClientId client, ZoneId zone, Instant now) {
        this.c = c;
        this.client = client;
        this.zone = zone;
        this.now = now;
    }

    private record Whom(String reference, UUID debt, String person, String number) {}

    /** Of the debts of one placement; nothing for a debtor without a telephone: whom no cap of calls protects. */
    public List<Elsewhere> of(UUID placement, List<PlacedDebt> debts) {
        Map<String, PlacedDebt> tried = new HashMap<>();
        debts.stream().filter(debt -> debt.attempts() > 0).forEach(debt -> tried.put(debt.reference(), debt));
        List<Elsewhere> attempts = new ArrayList<>();
        for (Whom whom : whom(placement, tried)) {
            PlacedDebt debt = tried.get(whom.reference());
            if (debt != null) {
                add(attempts, whom, debt);
            }
        }
        return attempts;
    }

    private void add(List<Elsewhere> attempts, Whom whom, PlacedDebt debt) {
        if (debt.lastAttempt() == null) {
            return;
        }
        Instant noon = debt.lastAttempt().atTime(LocalTime.NOON).atZone(zone).toInstant();
        long apart = Math.floorMod(whom.debt().getLeastSignificantBits(), MICROS_OF_A_MINUTE);
        Instant last = (noon.isAfter(now) ? now : noon).minus(Duration.ofNanos(apart * 1_000));
        for (int i = 0; i < Math.min(MOST, debt.attempts()); i++) {
            attempts.add(new Elsewhere(
                    last.minus(Duration.ofMinutes(i)),
                    whom.number(),
                    whom.person(),
                    whom.debt().toString()));
        }
    }

    private List<Whom> whom(UUID placement, Map<String, PlacedDebt> tried) {
        return Sql.list(
                c,
                row -> new Whom(row.getString(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4)),
                """
                select d.reference, d.debt_id, coalesce(u.reference, u.customer_id::text), min(p.value)
                from debt d
                join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
                join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
                join contact_point p on p.client_id = y.client_id and p.customer_id = y.customer_id and p.kind = 'PHONE'
                where d.client_id = ? and d.placement_id = ? and d.reference = any (?)
                group by d.reference, d.debt_id, u.reference, u.customer_id
                """,
                client,
                placement,
                tried.keySet().toArray(String[]::new));
    }
}
