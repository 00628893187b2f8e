package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PostPayment.Payment;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** A person says whose money it is that no rule could match. */
public final class AssignPayment {

    private final Connection c;
    private final PaymentTools tools;

    public AssignPayment(Connection c, PaymentTools tools) {
        this.c = c;
        this.tools = tools;
    }

    /** @return whose debt it was */
    public ClientId assign(UUID payment, String reference) {
        Portfolio portfolio = PortfolioBook.lockedOf(c, payment);
        DebtFile debt = Sql.one(
                        c,
                        row -> row.getObject(1, UUID.class),
                        "select debt_id from debt where client_id = ? and portfolio_id = ? and reference = ?",
                        portfolio.client(),
                        portfolio.portfolioId(),
                        reference.strip())
                .map(id -> DebtFile.one(c, portfolio.client(), id))
                .orElseThrow(() -> new Refused("payment.reference", reference));
        Payment waiting = Sql.one(
                        c,
                        row -> new Payment(
                                payment,
                                Objects.requireNonNull(row.getObject("value_date", LocalDate.class)),
                                new Money(row.getLong("amount"), row.getString("currency")),
                                "payment " + payment),
                        "select * from payment where client_id = ? and payment_id = ? and state = 'UNMATCHED'"
                                + " and not outgoing for update",
                        portfolio.client(),
                        payment)
                .orElseThrow(() -> new Refused("payment.not-waiting"));
        if (!waiting.amount().currency().equals(debt.currency())) {
            throw new Refused("payment.currency", waiting.amount().currency(), debt.currency());
        }
        new PostPayment(c, tools).post(debt, waiting, "PERSON");
        return portfolio.client();
    }
}
