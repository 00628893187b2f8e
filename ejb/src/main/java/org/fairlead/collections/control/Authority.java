package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.entity.PlanAuthority;
import org.fairlead.collections.entity.PlanSchedule;
import org.fairlead.collections.entity.SettlementAuthority;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;

/** What a portfolio's client lets each role agree to. */
final class Authority {

    private final SettlementAuthority settlements;
    private final PlanAuthority plans;

    private Authority(SettlementAuthority settlements, PlanAuthority plans) {
        this.settlements = settlements;
        this.plans = plans;
    }

    static Authority of(Connection c, DebtFile debt) {
        return of(c, debt.client(), debt.portfolioId(), debt.currency());
    }

    static Authority of(Connection c, ClientId client, UUID portfolio, String currency) {
        List<SettlementAuthority.Floor> floors = Sql.list(
                c,
                row -> new SettlementAuthority.Floor(
                        row.getString("role"),
                        row.getInt("days_past_due"),
                        new Money(row.getLong("balance_from"), currency),
                        row.getBigDecimal("part")),
                "select * from settlement_floor where client_id = ? and portfolio_id = ? order by role, days_past_due, balance_from",
                client,
                portfolio);
        List<PlanAuthority.Limit> limits = Sql.list(
                c,
                row -> new PlanAuthority.Limit(
                        row.getString("role"), row.getInt("instalments"), new Money(row.getLong("least"), currency)),
                "select * from plan_limit where client_id = ? and portfolio_id = ? order by role",
                client,
                portfolio);
        return new Authority(new SettlementAuthority(floors), new PlanAuthority(limits));
    }

    SettlementAuthority settlements() {
        return settlements;
    }

    PlanAuthority plans() {
        return plans;
    }

    boolean coversPlan(String role, PlanSchedule plan) {
        return plans.mayAgree(role, plan);
    }

    boolean coversSettlement(String role, DebtFile debt, Money offer, LocalDate today) {
        return settlements.mayAgree(role, days(debt, today), debt.owed(), offer);
    }

    /** The least that the role may accept by itself. */
    Money least(String role, DebtFile debt, LocalDate today) {
        return settlements.least(role, days(debt, today), debt.owed());
    }

    /** The most instalments that the role may agree to by itself. */
    int most(String role) {
        return plans.limits().stream()
                .filter(limit -> limit.role().equals(role))
                .mapToInt(PlanAuthority.Limit::instalments)
                .max()
                .orElse(0);
    }

    private static int days(DebtFile debt, LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(debt.pastDueSince(), today));
    }
}
