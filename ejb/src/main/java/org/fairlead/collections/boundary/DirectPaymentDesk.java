package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.DirectPayments;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PaymentBook;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.RecordDirect;
import org.fairlead.compliance.DebtStops;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Direct payments for those who hear of them. */
@Stateless
@Local(DirectPayments.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class DirectPaymentDesk implements DirectPayments {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private DebtStops stops;

    @Inject
    private LeadOffers leads;

    @Override
    public void record(UUID portfolioId, String reference, String amount, @Nullable LocalDate day, String key) {
        Sql.in(database, "direct payments", c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            PaymentTools tools = new PaymentTools(stops, leads, caller.caller().login(), clock.instant());
            UUID payment = new RecordDirect(c, portfolio, tools).record(reference, amount, day, key);
            audit.record(
                    portfolio.client(),
                    "payment.direct",
                    payment.toString(),
                    Map.of("reference", reference, "amount", amount, "key", key));
            return payment;
        });
    }

    @Override
    public void takeBack(UUID portfolioId, UUID paymentId, String why) {
        Sql.in(database, "direct payments", c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            PaymentTools tools = new PaymentTools(stops, leads, caller.caller().login(), clock.instant());
            new RecordDirect(c, portfolio, tools).takeBack(paymentId, why);
            audit.record(
                    portfolio.client(), "payment.direct.taken-back", paymentId.toString(), Map.of("why", why.strip()));
            return paymentId;
        });
    }

    @Override
    public List<Direct> recorded(UUID portfolioId) {
        return Sql.in(database, "direct payments", c -> PaymentBook.direct(c, PortfolioBook.one(c, portfolioId)));
    }
}
