package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.LocalDate;
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

    private final Connection c;
    private final Portfolio portfolio;
    private final PaymentTools tools;

    public RecordDirect(Connection c, Portfolio portfolio, PaymentTools tools) {
        this.c = c;
        this.portfolio = portfolio;
        this.tools = tools;
    }

    /** @return the payment's id */
    public UUID record(String reference, String amount, @Nullable LocalDate day, String key) {
        PortfolioBook.lock(c, portfolio);
        String ours = "direct:" + portfolio.portfolioId() + ":" + key.strip();
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
