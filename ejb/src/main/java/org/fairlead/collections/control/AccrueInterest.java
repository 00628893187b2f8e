package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.collections.entity.DayCount;
import org.fairlead.collections.entity.Interest;
import org.fairlead.collections.entity.Interest.Accrual;
import org.fairlead.collections.entity.Interest.Span;
import org.fairlead.collections.entity.Interest.Stretch;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Books the interest that came up, many debts at a time. It is worked out from the day on which it began to run and what
 * was booked is taken off: to run it twice for one day books nothing the second time.
 */
final class AccrueInterest implements NightStep {

    private static final String DEBTS =
            """
            select d.debt_id, d.currency, greatest(d.interest_from, d.placed_on) as runs_from, p.yearly_rate, p.day_count
            from debt d join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
            where d.client_id = ? and d.debt_id > ? and d.interest_from is not null and p.yearly_rate > 0
              and d.status not in ('PAID','SETTLED','RECALLED','CLOSED')
            order by d.debt_id limit ? for no key update of d
            """;

    private static final String CHANGES =
            """
            select debt_id, value_date, sum(principal) as principal,
              sum(interest) filter (where kind = 'INTEREST' or (kind = 'REVERSAL' and charged <> 0)) as booked
            from debt_posting where client_id = ? and debt_id = any (?) group by debt_id, value_date
            """;

    private static final String HELD =
            """
            select debt_id, since, coalesce(released_at, until) as until from debt_hold
            where client_id = ? and debt_id = any (?) and stops_interest
            union all
            select debt_id, stood_from, ended_at from arrangement
            where client_id = ? and debt_id = any (?) and stood_from is not null
            """;

    private static final String ONE = DEBTS.replace("d.debt_id > ?", "d.debt_id = ?");

    private static final String POST =
            """
            with booked as (
              insert into debt_posting (client_id, posting_id, debt_id, kind, value_date, posted_at, who, why, interest, charged)
              select ?, x.posting, x.debt, 'INTEREST', ?, ?, 'night', ?, x.amount::bigint, -x.amount::bigint
              from unnest(?::uuid[], ?::uuid[], ?::text[]) as x(posting, debt, amount)
              returning debt_id, interest)
            update debt set interest = debt.interest + booked.interest, version = version + 1
            from booked where debt.client_id = ? and debt.debt_id = booked.debt_id
            """;

    private final Connection c;
    private final ClientId client;
    private final ZoneId zone;
    private final Instant now;

    AccrueInterest(Connection c, ClientId client, ZoneId zone, Instant now) {
        this.c = c;
        this.client = client;
        this.zone = zone;
        this.now = now;
    }

    private record Running(UUID debt, String currency, LocalDate from, BigDecimal yearlyRate, DayCount count) {}

    /** What a day's postings did: to the principal, and what of it was interest booked here. */
    private record Change(long principal, long booked) {}

    @Override
    public @Nullable UUID chunk(LocalDate day, UUID after, int most) {
        List<Running> debts = Sql.list(c, AccrueInterest::running, DEBTS, client, after, most);
        if (debts.isEmpty()) {
            return null;
        }
        book(debts, day);
        return debts.get(debts.size() - 1).debt();
    }

    /** One debt alone, before something is agreed about what is owed. */
    void one(UUID debt, LocalDate day) {
        List<Running> found = Sql.list(c, AccrueInterest::running, ONE, client, debt, 1);
        if (!found.isEmpty()) {
            book(found, day);
        }
    }

    private void book(List<Running> debts, LocalDate day) {
        UUID[] ids = debts.stream().map(Running::debt).toArray(UUID[]::new);
        Map<UUID, SortedMap<LocalDate, Change>> changes = changes(ids);
        Map<UUID, List<Span>> held = held(ids, day);
        List<UUID> booked = new ArrayList<>();
        List<String> amounts = new ArrayList<>();
        for (Running debt : debts) {
            long due = due(
                    debt,
                    day,
                    changes.getOrDefault(debt.debt(), new TreeMap<>()),
                    held.getOrDefault(debt.debt(), List.of()));
            if (due > 0) {
                booked.add(debt.debt());
                amounts.add(Long.toString(due));
            }
        }
        post(day, booked, amounts);
    }

    /** Until the beginning of the day: a day that is not over has earned nothing. */
    private static long due(Running debt, LocalDate day, SortedMap<LocalDate, Change> changes, List<Span> held) {
        if (!debt.from().isBefore(day)) {
            return 0;
        }
        Accrual sum = new Accrual(BigDecimal.ZERO, debt.count().basis(), debt.currency());
        long principal = 0;
        long booked = 0;
        LocalDate from = debt.from();
        for (Map.Entry<LocalDate, Change> change : changes.entrySet()) {
            booked += change.getValue().booked();
            LocalDate at = change.getKey();
            if (at.isAfter(from) && at.isBefore(day) && change.getValue().principal() != 0) {
                sum = sum.plus(over(debt, from, at, principal, held));
                from = at;
            }
            if (at.isBefore(day)) {
                principal += change.getValue().principal();
            }
        }
        sum = sum.plus(over(debt, from, day, principal, held));
        return Interest.toBook(sum, new Money(booked, debt.currency())).minor();
    }

    private static Accrual over(Running debt, LocalDate from, LocalDate until, long principal, List<Span> held) {
        return Interest.over(
                new Stretch(new Span(from, until), new Money(principal, debt.currency())),
                debt.yearlyRate(),
                debt.count(),
                held);
    }

    private void post(LocalDate day, List<UUID> debts, List<String> amounts) {
        if (debts.isEmpty()) {
            return;
        }
        Sql.update(
                c,
                POST,
                client,
                day,
                now,
                "interest until " + day,
                Stream.generate(Ids::next).limit(debts.size()).toArray(UUID[]::new),
                debts.toArray(UUID[]::new),
                amounts.toArray(String[]::new),
                client);
    }

    private Map<UUID, SortedMap<LocalDate, Change>> changes(UUID[] ids) {
        Map<UUID, SortedMap<LocalDate, Change>> changes = new HashMap<>();
        Sql.list(
                c,
                row -> changes.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeMap<>())
                        .put(
                                Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                                new Change(row.getLong(3), row.getLong(4))),
                CHANGES,
                client,
                ids);
        return changes;
    }

    private Map<UUID, List<Span>> held(UUID[] ids, LocalDate day) {
        Map<UUID, List<Span>> held = new HashMap<>();
        Sql.list(
                c,
                row -> {
                    Instant since = Objects.requireNonNull(Sql.instant(row, "since"));
                    Instant until = Sql.instant(row, "until");
                    LocalDate from = since.atZone(zone).toLocalDate();
                    LocalDate end = until == null ? day : until.atZone(zone).toLocalDate();
                    return held.computeIfAbsent(row.getObject("debt_id", UUID.class), id -> new ArrayList<>())
                            .add(new Span(from, end.isBefore(from) ? from : end));
                },
                HELD,
                client,
                ids,
                client,
                ids);
        return held;
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(
                row.getObject("debt_id", UUID.class),
                row.getString("currency"),
                Objects.requireNonNull(row.getObject("runs_from", LocalDate.class)),
                row.getBigDecimal("yearly_rate"),
                DayCount.valueOf(row.getString("day_count")));
    }
}
