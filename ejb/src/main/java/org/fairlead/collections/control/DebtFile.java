package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.DebtStatus;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.entity.AllocationOrder;
import org.fairlead.collections.entity.Gates;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A debt with what its portfolio says of it, as use cases need it.
 *
 * @param person as leads, attempts and the outreach decision name the debtor
 * @param zone of the client's calendar
 * @param promiseUntil the last day of a promise that stands
 */
public record DebtFile(
        ClientId client,
        UUID debtId,
        UUID portfolioId,
        @Nullable UUID campaignId,
        String reference,
        String currency,
        DebtStatus status,
        UUID customerId,
        String debtor,
        String person,
        LocalDate pastDueSince,
        LocalDate placedOn,
        @Nullable LocalDate barredFrom,
        @Nullable LocalDate validationSent,
        int validationDays,
        boolean legal,
        Map<Bucket, Money> balances,
        AllocationOrder order,
        int graceDays,
        BigDecimal tolerance,
        ZoneId zone,
        Set<Hold> holds,
        @Nullable LocalDate promiseUntil) {

    /** What a debt without a score counts as. */
    static final double UNSCORED = 0.5;

    static final String SELECT =
            """
            select d.*, p.campaign_id, p.validation_days, p.allocation_order, p.grace_days, p.tolerance, k.time_zone,
              u.customer_id, u.name as debtor, coalesce(u.reference, u.customer_id::text) as person,
              array(select distinct h.kind from debt_hold h where h.client_id = d.client_id and h.debt_id = d.debt_id
                and h.released_at is null and (h.until is null or h.until > clock_timestamp())) as holds,
              (select max(m.due_on + m.grace_days) from promise m where m.client_id = d.client_id and m.debt_id = d.debt_id
                and m.state = 'STANDING') as promise_until
            from debt d
            join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
            join client k on k.client_id = d.client_id
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            """;

    public static DebtFile one(Connection c, ClientId client, UUID debtId) {
        return find(c, client, debtId).orElseThrow(() -> new NotFound("debt " + debtId));
    }

    /** Empty for a debt that has no debtor, too. */
    static Optional<DebtFile> find(Connection c, ClientId client, UUID debtId) {
        return Sql.one(c, DebtFile::read, SELECT + " where d.client_id = ? and d.debt_id = ?", client, debtId);
    }

    /** Whether nothing can be done about it for want of a debtor: it is noted once, and the others are worked. */
    static boolean skipped(Connection c, ClientId client, UUID debtId, Instant now) {
        if (find(c, client, debtId).isPresent()) {
            return false;
        }
        DebtTimeline.once(c, client, debtId, now, "night", "NO_DEBTOR");
        return true;
    }

    /** By the client's own number for it. */
    public static Optional<DebtFile> referred(Connection c, Portfolio portfolio, String reference) {
        return Sql.one(
                c,
                DebtFile::read,
                SELECT + " where d.client_id = ? and d.portfolio_id = ? and d.reference = ?",
                portfolio.client(),
                portfolio.portfolioId(),
                reference);
    }

    /** Debts of one person, the oldest first. */
    public static List<DebtFile> ofPerson(Connection c, ClientId client, UUID customerId) {
        return Sql.list(
                c,
                DebtFile::read,
                SELECT + " where d.client_id = ? and d.debt_id in (select debt_id from debt_party"
                        + " where client_id = ? and customer_id = ?) order by d.past_due_since, d.debt_id",
                client,
                client,
                customerId);
    }

    public Money owed() {
        return balances.values().stream().reduce(Money.zero(currency), Money::plus);
    }

    public Gates.Facts gates() {
        return new Gates.Facts(
                holds, status.ended(), validationSent, validationDays, barredFrom, promiseUntil, arranged());
    }

    /** A plan or a settlement stands. */
    public boolean arranged() {
        return status == DebtStatus.PLAN || status == DebtStatus.SETTLEMENT;
    }

    static DebtFile read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Map<Bucket, Money> balances = new EnumMap<>(Bucket.class);
        balances.put(Bucket.COSTS, new Money(row.getLong("costs"), currency));
        balances.put(Bucket.FEES, new Money(row.getLong("fees"), currency));
        balances.put(Bucket.INTEREST, new Money(row.getLong("interest"), currency));
        balances.put(Bucket.PRINCIPAL, new Money(row.getLong("principal"), currency));
        Set<Hold> holds = EnumSet.noneOf(Hold.class);
        Arrays.stream((String[]) row.getArray("holds").getArray())
                .map(Hold::valueOf)
                .forEach(holds::add);
        return new DebtFile(
                new ClientId(row.getInt("client_id")),
                row.getObject("debt_id", UUID.class),
                row.getObject("portfolio_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getString("reference"),
                currency,
                DebtStatus.valueOf(row.getString("status")),
                row.getObject("customer_id", UUID.class),
                row.getString("debtor"),
                row.getString("person"),
                Objects.requireNonNull(row.getObject("past_due_since", LocalDate.class)),
                Objects.requireNonNull(row.getObject("placed_on", LocalDate.class)),
                row.getObject("barred_from", LocalDate.class),
                row.getObject("validation_sent", LocalDate.class),
                row.getInt("validation_days"),
                row.getBoolean("legal"),
                balances,
                new AllocationOrder(Sql.texts(row, "allocation_order").stream()
                        .map(Bucket::valueOf)
                        .toList()),
                row.getInt("grace_days"),
                row.getBigDecimal("tolerance"),
                ZoneId.of(row.getString("time_zone")),
                holds,
                row.getObject("promise_until", LocalDate.class));
    }
}
