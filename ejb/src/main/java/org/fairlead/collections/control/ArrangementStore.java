package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.entity.Arrangement;
import org.fairlead.collections.entity.Arrangement.Kind;
import org.fairlead.collections.entity.Arrangement.Line;
import org.fairlead.collections.entity.Interest.Span;
import org.fairlead.collections.entity.PaymentPromise.Paid;
import org.fairlead.collections.entity.PlanSchedule.Instalment;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Arrangements and their lines as they lie in the database. */
final class ArrangementStore {

    private static final String SELECT =
            "select a.*, d.currency from arrangement a join debt d on d.client_id = a.client_id and d.debt_id = a.debt_id ";

    private final Connection c;

    ArrangementStore(Connection c) {
        this.c = c;
    }

    /** @param givenUp the posting that gave up the rest */
    record Stored(
            ClientId client,
            UUID id,
            UUID debt,
            Kind kind,
            String state,
            Money amount,
            Money owedThen,
            LocalDate made,
            String madeBy,
            int graceDays,
            BigDecimal tolerance,
            @Nullable UUID givenUp) {

        /** It stands, or waits for a second person. */
        boolean isOpen() {
            return state.equals("STANDING") || state.equals("WAITS_FOR_APPROVAL");
        }
    }

    /** @param booked what of its interest is booked by now */
    record StoredLine(int line, LocalDate due, Money amount, Money interest, Money booked) {}

    void insert(DebtFile debt, UUID id, Kind kind, Money amount, List<Instalment> lines, Draft draft) {
        Sql.update(
                c,
                """
                insert into arrangement (client_id, arrangement_id, debt_id, kind, state, amount, owed_then, made_on, made_by,
                  made_as, made_at, stood_from, contact_id, grace_days, tolerance)
                values (?, ?, ?, ?, 'WAITS_FOR_APPROVAL', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                debt.client(),
                id,
                debt.debtId(),
                kind.name(),
                amount.minor(),
                debt.owed().minor(),
                draft.today(),
                draft.login(),
                draft.role(),
                draft.now(),
                draft.now(),
                draft.contactId(),
                debt.graceDays(),
                debt.tolerance());
        int number = 0;
        for (Instalment line : lines) {
            Sql.update(
                    c,
                    "insert into arrangement_line (client_id, arrangement_id, line, due_on, amount, interest)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    debt.client(),
                    id,
                    ++number,
                    line.due(),
                    line.amount().minor(),
                    line.interest().minor());
        }
    }

    /** Who makes it, and when. */
    record Draft(String login, String role, @Nullable UUID contactId, LocalDate today, Instant now) {}

    /** As it is now; it may change before the transaction ends. */
    Stored one(UUID id) {
        return Sql.one(c, ArrangementStore::stored, SELECT + "where a.arrangement_id = ?", id)
                .orElseThrow(() -> new NotFound("arrangement " + id));
    }

    /** Locked until the transaction ends. */
    Stored lock(UUID id) {
        return Sql.one(c, ArrangementStore::stored, SELECT + "where a.arrangement_id = ? for update of a", id)
                .orElseThrow(() -> new NotFound("arrangement " + id));
    }

    /** The debt's last one, whatever became of it. */
    Optional<Stored> last(ClientId client, UUID debt) {
        return Sql.one(
                c,
                ArrangementStore::stored,
                SELECT
                        + "where a.client_id = ? and a.debt_id = ? order by a.made_at desc nulls last, a.arrangement_id desc limit 1",
                client,
                debt);
    }

    List<StoredLine> lines(Stored one) {
        String currency = one.amount().currency();
        return Sql.list(
                c,
                row -> new StoredLine(
                        row.getInt("line"),
                        Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                        new Money(row.getLong("amount"), currency),
                        new Money(row.getLong("interest"), currency),
                        new Money(row.getLong("booked"), currency)),
                "select * from arrangement_line where client_id = ? and arrangement_id = ? order by line",
                one.client(),
                one.id());
    }

    /** Days on which no interest runs; a hold that has no end yet has one at the end of time. */
    List<Span> held(Stored one, ZoneId zone) {
        return Sql.list(
                c,
                row -> {
                    LocalDate from = Objects.requireNonNull(Sql.instant(row, "since"))
                            .atZone(zone)
                            .toLocalDate();
                    Instant until = Sql.instant(row, "until");
                    LocalDate end =
                            until == null ? LocalDate.MAX : until.atZone(zone).toLocalDate();
                    return new Span(from, end.isBefore(from) ? from : end);
                },
                "select since, coalesce(released_at, until) as until from debt_hold"
                        + " where client_id = ? and debt_id = ? and stops_interest",
                one.client(),
                one.debt());
    }

    Arrangement terms(Stored one) {
        List<Line> lines = lines(one).stream()
                .map(line -> new Line(line.due(), line.amount()))
                .toList();
        return new Arrangement(one.made(), lines, one.graceDays(), one.tolerance());
    }

    /** Payments that stand and were posted since it was agreed: what came before is off what was owed then. */
    List<Paid> payments(Stored one) {
        return Sql.list(
                c,
                row -> new Paid(
                        Objects.requireNonNull(row.getObject(1, LocalDate.class)),
                        new Money(row.getLong(2), one.amount().currency())),
                """
                select p.value_date, p.amount from payment p
                join debt_posting g on g.client_id = p.client_id and g.posting_id = p.posting_id
                join arrangement a on a.client_id = p.client_id and a.arrangement_id = ?
                where p.client_id = ? and p.debt_id = ? and p.state = 'POSTED'
                  and g.posted_at >= coalesce(a.made_at, '-infinity')
                """,
                one.id(),
                one.client(),
                one.debt());
    }

    void state(Stored one, String state, @Nullable Instant ended) {
        Sql.update(
                c,
                "update arrangement set state = ?, ended_at = ?::timestamptz where client_id = ? and arrangement_id = ?",
                state,
                ended == null ? null : ended.toString(),
                one.client(),
                one.id());
    }

    /** It never stood: the interest of its days is booked by the next night. */
    void neverStood(Stored one) {
        Sql.update(
                c,
                "update arrangement set stood_from = null where client_id = ? and arrangement_id = ?",
                one.client(),
                one.id());
    }

    void decided(Stored one, String login, Instant at, @Nullable String reason) {
        Sql.update(
                c,
                "update arrangement set approved_by = ?, decided_at = ?, reason = ? where client_id = ? and arrangement_id = ?",
                login,
                at,
                reason,
                one.client(),
                one.id());
    }

    void givenUp(Stored one, @Nullable UUID posting) {
        Sql.update(
                c,
                "update arrangement set given_up = ? where client_id = ? and arrangement_id = ?",
                posting,
                one.client(),
                one.id());
    }

    /** @param change what the posting adds to the line's interest; negative when it takes off */
    void booked(Stored one, int line, UUID posting, Money change) {
        Sql.update(
                c,
                "update arrangement_line set charged = coalesce(charged, ?), booked = booked + ?"
                        + " where client_id = ? and arrangement_id = ? and line = ?",
                posting,
                change.minor(),
                one.client(),
                one.id(),
                line);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Stored(
                new ClientId(row.getInt("client_id")),
                row.getObject("arrangement_id", UUID.class),
                row.getObject("debt_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("state"),
                new Money(row.getLong("amount"), currency),
                new Money(row.getLong("owed_then"), currency),
                Objects.requireNonNull(row.getObject("made_on", LocalDate.class)),
                row.getString("made_by"),
                row.getInt("grace_days"),
                row.getBigDecimal("tolerance"),
                row.getObject("given_up", UUID.class));
    }
}
