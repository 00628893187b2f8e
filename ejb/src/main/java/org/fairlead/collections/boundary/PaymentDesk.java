package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.Debtors.CardView;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.Payments;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.AssignPayment;
import org.fairlead.collections.control.CardList;
import org.fairlead.collections.control.PaymentBook;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.ProviderAccount;
import org.fairlead.collections.control.SettleWaiting;
import org.fairlead.collections.control.TakeInPayments;
import org.fairlead.collections.control.UndoPayout;
import org.fairlead.compliance.DebtStops;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Money that comes in, for those who watch over it. */
@Stateless
@Local(Payments.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class PaymentDesk implements Payments {

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

    @Inject
    private PaymentProvider provider;

    @Override
    public UUID takeIn(UUID portfolioId, String name, InputStream file) {
        return query(c -> {
            var portfolio = PortfolioBook.one(c, portfolioId);
            Upload upload = Upload.of(name, file);
            UUID id = new TakeInPayments(c, portfolio, tools()).take(upload.name(), upload.bytes(), upload.hash());
            audit.record(
                    portfolio.client(),
                    "payments.upload",
                    id.toString(),
                    Map.of("name", upload.name(), "sha256", upload.hash()));
            return id;
        });
    }

    @Override
    public List<CardView> cards(UUID portfolioId, int first, int size) {
        return query(c -> CardList.ofPortfolio(
                c, PortfolioBook.one(c, portfolioId).client(), portfolioId, clock.instant(), first, size));
    }

    @Override
    public List<BankFileView> files(UUID portfolioId) {
        return query(c -> {
            PortfolioBook.one(c, portfolioId);
            return PaymentBook.files(c, portfolioId);
        });
    }

    @Override
    public BankFileView file(UUID fileId) {
        return query(c -> PaymentBook.file(c, fileId));
    }

    @Override
    public List<PaymentView> waiting(UUID portfolioId, int first, int size) {
        return query(c -> {
            PortfolioBook.one(c, portfolioId);
            return PaymentBook.waiting(c, portfolioId, first, size);
        });
    }

    @Override
    public int waitingCount(UUID portfolioId) {
        return query(c ->
                PaymentBook.waitingCount(c, PortfolioBook.one(c, portfolioId).client(), portfolioId));
    }

    @Override
    public List<PaymentView> undoable(UUID returnId) {
        return query(c -> PaymentBook.undoable(c, returnId));
    }

    @Override
    public List<PaymentView> posted(UUID portfolioId, int first, int size) {
        return query(c -> {
            PortfolioBook.one(c, portfolioId);
            return PaymentBook.posted(c, portfolioId, first, size);
        });
    }

    @Override
    public void assign(UUID paymentId, String reference) {
        query(c -> {
            ClientId client = new AssignPayment(c, tools()).assign(paymentId, reference);
            audit.record(client, "payment.assign", paymentId.toString(), Map.of("debt", reference));
            return paymentId;
        });
    }

    @Override
    public void undo(UUID returnId, UUID paymentId) {
        query(c -> {
            ClientId client = new SettleWaiting(c, tools()).undo(returnId, paymentId);
            audit.record(client, "payment.undo", paymentId.toString(), Map.of("return", returnId.toString()));
            return paymentId;
        });
    }

    @Override
    public void giveBack(UUID paymentId) {
        query(c -> {
            ClientId client = new SettleWaiting(c, tools()).giveBack(paymentId);
            audit.record(client, "payment.give-back", paymentId.toString(), Map.of());
            return paymentId;
        });
    }

    @Override
    public void payOut(UUID paymentId) {
        query(c -> {
            ClientId client = new SettleWaiting(c, tools()).payOut(paymentId, provider.name());
            audit.record(client, "payment.payout", paymentId.toString(), Map.of("provider", provider.name()));
            return paymentId;
        });
    }

    @Override
    public void debit(UUID paymentId) {
        query(c -> {
            ClientId client = new SettleWaiting(c, tools()).debit(paymentId, provider.name());
            audit.record(client, "payment.debit", paymentId.toString(), Map.of("provider", provider.name()));
            return paymentId;
        });
    }

    @Override
    public void ourOwn(UUID paymentId) {
        query(c -> {
            ClientId client = new SettleWaiting(c, tools()).ourOwn(paymentId);
            audit.record(client, "payment.own", paymentId.toString(), Map.of());
            return paymentId;
        });
    }

    @Override
    public List<Booked> booked(UUID portfolioId, int first, int size) {
        return query(c -> {
            PortfolioBook.one(c, portfolioId);
            return PaymentBook.booked(c, portfolioId, first, size);
        });
    }

    @Override
    public boolean takeBack(UUID paymentId, String why) {
        return query(c -> {
            UndoPayout.Undone undone = new UndoPayout(c, tools()).undo(paymentId, why);
            String what = undone.done() ? "payout.undone" : "payout.undo-asked";
            audit.record(undone.client(), what, paymentId.toString(), Map.of("why", why.strip()));
            return undone.done();
        });
    }

    @Override
    public void confirmTakeBack(UUID paymentId) {
        query(c -> {
            audit.record(
                    new UndoPayout(c, tools()).confirm(paymentId), "payout.undone", paymentId.toString(), Map.of());
            return paymentId;
        });
    }

    @Override
    public void withdrawTakeBack(UUID paymentId) {
        query(c -> {
            ClientId client = new UndoPayout(c, tools()).withdraw(paymentId);
            audit.record(client, "payout.undo-withdrawn", paymentId.toString(), Map.of());
            return paymentId;
        });
    }

    @Override
    public List<ProviderView> providers(UUID portfolioId) {
        return query(c -> new ProviderAccount(c, PortfolioBook.one(c, portfolioId)).all());
    }

    @Override
    public void forgetSign(UUID portfolioId, String words) {
        query(c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            if (new ProviderAccount(c, portfolio).forget(words)) {
                audit.record(portfolio.client(), "provider.forgotten", portfolioId.toString(), Map.of("words", words));
            }
            return words;
        });
    }

    private PaymentTools tools() {
        return new PaymentTools(stops, leads, caller.caller().login(), clock.instant());
    }

    private <T> T query(Function<Connection, T> work) {
        return Sql.in(database, "payments", work);
    }
}
