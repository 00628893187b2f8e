package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.Payments;
import org.fairlead.collections.Payments.BankFileView;
import org.fairlead.collections.Payments.PaymentView;
import org.fairlead.collections.Placements;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Files of banks, and the payments that no rule could match. */
@Named
@ViewScoped
public class PaymentsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    @EJB
    private transient Payments payments;

    @EJB
    private transient Placements placements;

    @Inject
    private Notices notices;

    private @Nullable String of;
    private final HashMap<String, String> whose = new HashMap<>();
    private transient @Nullable Part file;

    /** What is not ours is as absent as what is not there. */
    public void open() {
        if (of != null) {
            payments.files(Address.uuid(of));
        }
    }

    public void takeIn() {
        Part given = file;
        Portfolio into = getPortfolio();
        if (given == null || given.getSize() == 0 || into == null) {
            notices.refused(new Refused("placement.file"));
            return;
        }
        try (InputStream content = given.getInputStream()) {
            UUID id = payments.takeIn(into.portfolioId(), String.valueOf(given.getSubmittedFileName()), content);
            BankFileView made = payments.file(id);
            if (made.taken()) {
                notices.done("collections.payments.taken", made.posted());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public void assign(String payment) {
        try {
            payments.assign(Address.uuid(payment), String.valueOf(whose.getOrDefault(payment, "")));
            notices.done("collections.payments.assigned");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public List<Portfolio> getPortfolios() {
        return placements.portfolios();
    }

    public @Nullable Portfolio getPortfolio() {
        List<Portfolio> all = getPortfolios();
        return all.stream()
                .filter(one -> one.portfolioId().toString().equals(of))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
    }

    public List<BankFileView> getFiles() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : payments.files(shown.portfolioId());
    }

    public List<PaymentView> getWaiting() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : payments.waiting(shown.portfolioId(), 0, SHOWN);
    }

    public List<PaymentView> getPosted() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : payments.posted(shown.portfolioId(), 0, SHOWN);
    }

    public Map<String, String> getWhose() {
        return whose;
    }

    public @Nullable String getOf() {
        return of;
    }

    public void setOf(@Nullable String of) {
        this.of = of;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
