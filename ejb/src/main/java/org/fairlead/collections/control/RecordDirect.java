package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PostPayment.Payment;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.entity.FeePlan.Way;
import org.fairlead.collections.entity.placement.CellReading;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Payments straight to the client: the debt's books change, the trust's do not. */
public final class RecordDirect {

    private static final int LONGEST_KEY = 80;
    private static final int LONGEST_WHY = 200;

    private final Connection c;
    private final Portfolio portfolio;
    private final PaymentTools tools;

    public RecordDirect(Connection c, Portfolio portfolio, PaymentTools tools) {
        this.c = c;
        this.portfolio = portfolio;
        this.tools = tools;
    }

    static String prefix(Portfolio portfolio) {
        return "direct:" + portfolio.portfolioId() + ":";
    }

    /**
     * It was recorded by mistake: debt, promise and fee are as if it never was.
     *
     * @throws Refused {@code direct.why}, {@code direct.none} for what is no direct payment that stands
     */
    public void takeBack(UUID payment, String why) {
        if (why.isBlank() || why.strip().length() > LONGEST_WHY) {
            throw new Refused("direct.why", LONGEST_WHY);
        }
        PortfolioBook.lock(c, portfolio);
        Recorded one = Sql.one(
                        c,
                        row -> new Recorded(
                                Objects.requireNonNull(row.getObject("debt_id", UUID.class)),
                                Objects.requireNonNull(row.getObject("posting_id", UUID.class)),
                                Objects.requireNonNull(row.getObject("value_date", LocalDate.class))),
                        "select * from payment where client_id = ? and portfolio_id = ? and payment_id = ?"
                                + " and way = 'DIRECT' and state = 'POSTED' for update",
                        portfolio.client(),
                        portfolio.portfolioId(),
                        payment)
                .orElseThrow(() -> new Refused("direct.none"));
        DebtLedger.lock(c, portfolio.client(), one.debt());
        DebtFile debt = DebtFile.one(c, portfolio.client(), one.debt());
        LocalDate today = tools.now().atZone(debt.zone()).toLocalDate();
        Sql.update(
                c,
                // the client's number is free again: the right payment has it
                "update payment set state = 'RETURNED', returned_on = ?, reason = null,"
                        + " source_key = source_key || ' taken back ' || payment_id where client_id = ? and payment_id = ?",
                today,
                portfolio.client(),
                payment);
        // of its own day: no interest was saved by money that never came
        new PostPayment(c, tools).reverse(debt, one.posting(), one.day(), "recorded by mistake: " + why.strip());
    }

    private record Recorded(UUID debt, UUID posting, LocalDate day) {}

    /** @return the payment's id */
    public UUID record(String reference, String amount, @Nullable LocalDate day, String key) {
        PortfolioBook.lock(c, portfolio);
        String ours = prefix(portfolio) + key.strip();
        if (key.isBlank() || key.strip().length() > LONGEST_KEY) {
            throw new Refused("direct.key");
        }
        if (Sql.number(
                        c,
                        "select count(*) from payment where client_id = ? and source_key = ?",
                        portfolio.client(),
                        ours)
                > 0) {
            throw new Refused("direct.known");
        }
        DebtFile seen = DebtFile.referred(c, portfolio, reference.strip())
                .orElseThrow(() -> new Refused("strategy.debt", reference.strip()));
        DebtLedger.lock(c, seen.client(), seen.debtId());
        DebtFile debt = DebtFile.one(c, seen.client(), seen.debtId());
        Money money = CellReading.amount(amount, debt.currency())
                .filter(one -> one.isPositive() && one.compareTo(debt.owed()) <= 0)
                .orElseThrow(() -> new Refused("direct.amount", debt.owed()));
        LocalDate today = tools.now().atZone(debt.zone()).toLocalDate();
        if (day == null || day.isAfter(today) || day.isBefore(debt.placedOn())) {
            throw new Refused("direct.day");
        }
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into payment (client_id, payment_id, portfolio_id, source, source_key, way, value_date, amount, currency,
                  reference, payer, state, booked_at) values (?, ?, ?, 'client', ?, 'DIRECT', ?, ?, ?, ?, ?, 'UNMATCHED', ?)
                """,
                portfolio.client(),
                id,
                portfolio.portfolioId(),
                ours,
                day,
                money.minor(),
                money.currency(),
                debt.reference(),
                debt.debtor(),
                tools.now());
        new PostPayment(c, tools)
                .post(debt, new Payment(id, day, money, "paid to the client, " + key.strip()), "PERSON", Way.DIRECT);
        return id;
    }
}
