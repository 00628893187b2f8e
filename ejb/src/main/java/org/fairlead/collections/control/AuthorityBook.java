package org.fairlead.collections.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fairlead.collections.Authorities.Change;
import org.fairlead.collections.Authorities.Floor;
import org.fairlead.collections.Authorities.Limit;
import org.fairlead.collections.Authorities.Table;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.entity.AuthorityRise;
import org.fairlead.collections.entity.PlanAuthority;
import org.fairlead.collections.entity.SettlementAuthority;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Json;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Authority of roles as rows: what is in force, and each change of it. */
public final class AuthorityBook {

    /** Whoever makes or approves plans and settlements. */
    public static final List<String> ROLES = List.of(Roles.AGENT, Roles.SUPERVISOR, Roles.BPO_ADMIN);

    private static final TypeReference<Table> TABLE = new TypeReference<>() {};
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN = 50;
    private static final int MOST_ROWS = 100;
    private static final long MOST_MINOR = 1_000_000_000_000L;

    private static final String CHANGES = "select * from authority_change where client_id = any (scope_clients()) and ";

    private final Connection c;
    private final String login;
    private final Instant now;

    public AuthorityBook(Connection c, String login, Instant now) {
        this.c = c;
        this.login = login;
        this.now = now;
    }

    public Table table(Portfolio portfolio) {
        Authority known = known(portfolio);
        return new Table(
                known.plans().limits().stream()
                        .map(one -> new Limit(
                                one.role(), one.instalments(), one.least().amount()))
                        .toList(),
                known.settlements().floors().stream()
                        .map(one -> new Floor(
                                one.role(), one.daysPastDue(), one.balance().amount(), percent(one.part())))
                        .toList());
    }

    private Authority known(Portfolio portfolio) {
        return Authority.of(c, portfolio.client(), portfolio.portfolioId(), portfolio.currency());
    }

    private static BigDecimal percent(BigDecimal part) {
        BigDecimal number = part.multiply(HUNDRED).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    public List<Change> changes(Portfolio portfolio) {
        return Sql.list(
                c,
                this::read,
                CHANGES + "client_id = ? and portfolio_id = ? order by (state = 'WAITS') desc, made_at desc limit ?",
                portfolio.client(),
                portfolio.portfolioId(),
                SHOWN);
    }

    public Change one(UUID id) {
        return Sql.one(c, this::read, CHANGES + "change_id = ?", id).orElseThrow(() -> new NotFound("change " + id));
    }

    /** @return in force at once, unless somebody may go further by it */
    public Change change(Portfolio portfolio, Table wanted, String reason) {
        check(!reason.isBlank() && reason.length() <= 300, "authority.reason");
        PlanAuthority plans = plans(wanted, portfolio.currency());
        SettlementAuthority settlements = settlements(wanted, portfolio.currency());
        PortfolioBook.lock(c, portfolio);
        check(changes(portfolio).stream().noneMatch(one -> one.state().equals("WAITS")), "authority.waits");
        Authority before = known(portfolio);
        check(differs(before, plans, settlements), "authority.same");
        boolean raises = AuthorityRise.of(before.plans(), plans) || AuthorityRise.of(before.settlements(), settlements);
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into authority_change (client_id, change_id, portfolio_id, body, raises, state, reason, made_by, made_at,
                  decided_by, decided_at) values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                """,
                portfolio.client(),
                id,
                portfolio.portfolioId(),
                Json.write(wanted),
                raises,
                raises ? "WAITS" : "IN_FORCE",
                reason.strip(),
                login,
                now,
                raises ? null : login,
                raises ? null : now.toString());
        if (!raises) {
            keep(portfolio, plans, settlements);
        }
        return one(id);
    }

    private static boolean differs(Authority before, PlanAuthority plans, SettlementAuthority settlements) {
        return !new HashSet<>(before.plans().limits()).equals(new HashSet<>(plans.limits()))
                || !plain(before.settlements()).equals(plain(settlements));
    }

    /** 0.9 and 0.9000 are one part. */
    private static Set<String> plain(SettlementAuthority floors) {
        Set<String> plain = new HashSet<>();
        floors.floors()
                .forEach(one -> plain.add(one.role() + " " + one.daysPastDue() + " "
                        + one.balance().minor() + " " + percent(one.part()).toPlainString()));
        return plain;
    }

    public void confirm(Change one) {
        check(!one.mine(), "authority.four-eyes");
        Portfolio portfolio = PortfolioBook.one(c, one.portfolioId());
        PortfolioBook.lock(c, portfolio);
        decide(one, "IN_FORCE");
        keep(portfolio, plans(one.table(), portfolio.currency()), settlements(one.table(), portfolio.currency()));
    }

    public void refuse(Change one) {
        decide(one, one.mine() ? "WITHDRAWN" : "REFUSED");
    }

    private void decide(Change one, String state) {
        int decided = Sql.update(
                c,
                "update authority_change set state = ?, decided_by = ?, decided_at = ?"
                        + " where client_id = ? and change_id = ? and state = 'WAITS'",
                state,
                login,
                now,
                one.client(),
                one.changeId());
        check(decided == 1, "authority.decided");
    }

    private void keep(Portfolio portfolio, PlanAuthority plans, SettlementAuthority settlements) {
        for (String table : List.of("plan_limit", "settlement_floor")) {
            Sql.update(
                    c,
                    "delete from " + table + " where client_id = ? and portfolio_id = ?",
                    portfolio.client(),
                    portfolio.portfolioId());
        }
        plans.limits()
                .forEach(one -> Sql.update(
                        c,
                        "insert into plan_limit (client_id, portfolio_id, role, instalments, least) values (?, ?, ?, ?, ?)",
                        portfolio.client(),
                        portfolio.portfolioId(),
                        one.role(),
                        one.instalments(),
                        one.least().minor()));
        settlements
                .floors()
                .forEach(one -> Sql.update(
                        c,
                        "insert into settlement_floor (client_id, portfolio_id, role, days_past_due, balance_from, part)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        portfolio.client(),
                        portfolio.portfolioId(),
                        one.role(),
                        one.daysPastDue(),
                        one.balance().minor(),
                        one.part()));
    }

    private static PlanAuthority plans(Table wanted, String currency) {
        Set<String> roles = new HashSet<>();
        return new PlanAuthority(wanted.limits().stream()
                .map(one -> {
                    check(ROLES.contains(one.role()), "authority.role");
                    check(roles.add(one.role()), "authority.twice");
                    check(one.instalments() >= 1 && one.instalments() <= 120, "authority.instalments");
                    return new PlanAuthority.Limit(
                            one.role(), one.instalments(), money(one.least(), currency, "authority.least"));
                })
                .toList());
    }

    private static SettlementAuthority settlements(Table wanted, String currency) {
        check(wanted.floors().size() <= MOST_ROWS, "authority.many", MOST_ROWS);
        Set<String> steps = new HashSet<>();
        return new SettlementAuthority(wanted.floors().stream()
                .map(one -> {
                    check(ROLES.contains(one.role()), "authority.role");
                    check(one.days() >= 0 && one.days() <= 9_999, "authority.days");
                    Money from = money(one.balance(), currency, "authority.balance");
                    check(steps.add(one.role() + " " + one.days() + " " + from.minor()), "authority.twice");
                    check(
                            one.percent().signum() >= 0
                                    && one.percent().compareTo(HUNDRED) <= 0
                                    && one.percent().stripTrailingZeros().scale() <= 2,
                            "authority.percent");
                    return new SettlementAuthority.Floor(
                            one.role(), one.days(), from, one.percent().divide(HUNDRED, 4, RoundingMode.UNNECESSARY));
                })
                .toList());
    }

    private static Money money(BigDecimal amount, String currency, String key) {
        try {
            Money money = Money.rounded(amount, currency, RoundingMode.UNNECESSARY);
            check(!money.isNegative() && money.minor() <= MOST_MINOR, key);
            return money;
        } catch (ArithmeticException finer) {
            Refused refused = new Refused(key);
            refused.initCause(finer);
            throw refused;
        }
    }

    private static void check(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new Refused(key, arguments);
        }
    }

    private Change read(ResultSet row) throws SQLException {
        return new Change(
                new ClientId(row.getInt("client_id")),
                row.getObject("change_id", UUID.class),
                row.getObject("portfolio_id", UUID.class),
                Json.read(row.getString("body"), TABLE),
                row.getBoolean("raises"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("made_by"),
                Objects.requireNonNull(Sql.instant(row, "made_at")),
                row.getString("decided_by"),
                Sql.instant(row, "decided_at"),
                row.getString("made_by").equals(login));
    }
}
