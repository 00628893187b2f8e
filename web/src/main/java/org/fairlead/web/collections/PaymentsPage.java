package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.collections.Debtors.CardView;
import org.fairlead.collections.Payments;
import org.fairlead.collections.Payments.BankFileView;
import org.fairlead.collections.Payments.Booked;
import org.fairlead.collections.Payments.PaymentView;
import org.fairlead.collections.Payments.ProviderView;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.Query;
import org.jspecify.annotations.Nullable;

/** Files of banks, and the payments that no rule could match. */
@Named
@ViewScoped
public class PaymentsPage extends OfOnePortfolio {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    /** Beyond it nobody turns pages. */
    private static final int MOST_PAGES = 10_000;

    @EJB
    private transient Payments payments;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private int page = 1;
    private int bookedPage = 1;
    private transient @Nullable Map<UUID, List<PaymentView>> undoable;
    private final HashMap<String, String> whose = new HashMap<>();
    private transient @Nullable Part file;

    /** What is not ours is as absent as what is not there. */
    public void open() {
        if (choice().of() != null) {
            payments.files(Address.uuid(choice().of()));
        }
        choice().fix(placements());
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
            payments.assign(Address.uuid(payment), said(payment));
            notices.done("collections.payments.assigned");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** A return undoes the payment that was chosen for it. */
    public void undo(String returned) {
        try {
            String chosen = said(returned);
            if (chosen.isBlank()) {
                throw new Refused("payment.choose");
            }
            payments.undo(Address.uuid(returned), Address.uuid(chosen));
            notices.done("collections.payments.undone");
        } catch (Refused refused) {
            notices.refused(refused);
        }
        undoable = null;
    }

    public void giveBack(String payment) {
        try {
            payments.giveBack(Address.uuid(payment));
            notices.done("collections.payments.given.back");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** It is the card provider's payout. */
    public void payOut(String payment) {
        try {
            payments.payOut(Address.uuid(payment));
            notices.done("collections.payments.paid.out");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** It is what the card provider took back. */
    public void debit(String payment) {
        try {
            payments.debit(Address.uuid(payment));
            notices.done("collections.payments.debited");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** It is nobody's payment that came back. */
    public void ourOwn(String payment) {
        try {
            payments.ourOwn(Address.uuid(payment));
            notices.done("collections.payments.own.done");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** One page of it. */
    public List<Booked> getBooked() {
        List<Booked> found = bookedAndOneMore();
        return found.subList(0, Math.min(SHOWN, found.size()));
    }

    public boolean isBookedMore() {
        return bookedAndOneMore().size() > SHOWN;
    }

    private List<Booked> bookedAndOneMore() {
        Portfolio shown = getPortfolio();
        return shown == null
                ? List.of()
                : payments.booked(shown.portfolioId(), (getBookedPage() - 1) * SHOWN, SHOWN + 1);
    }

    public int getBookedPage() {
        return Math.min(MOST_PAGES, Math.max(1, bookedPage));
    }

    public void setBookedPage(int bookedPage) {
        this.bookedPage = bookedPage;
    }

    public String linkToBooked(int other) {
        return Query.link(
                "/payments.xhtml", Map.of("of", String.valueOf(choice().of()), "booked", String.valueOf(other)));
    }

    /** A field that was left empty is kept as null. */
    private String said(String payment) {
        return Objects.requireNonNullElse(whose.get(payment), "");
    }

    /** It was taken for that by mistake. */
    public void takeBack(String payment) {
        try {
            boolean done = payments.takeBack(Address.uuid(payment), said(payment));
            notices.done(done ? "collections.payments.back.done" : "collections.payments.back.asked");
            whose.remove(payment);
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public void confirmTakeBack(String payment) {
        try {
            payments.confirmTakeBack(Address.uuid(payment));
            notices.done("collections.payments.back.done");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public void withdrawTakeBack(String payment) {
        try {
            payments.withdrawTakeBack(Address.uuid(payment));
            notices.done("collections.payments.back.withdrawn");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public void forget(String words) {
        Portfolio shown = getPortfolio();
        if (shown != null) {
            payments.forgetSign(shown.portfolioId(), words);
            notices.done("collections.payments.provider.forgotten");
        }
    }

    public List<ProviderView> getProviders() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : payments.providers(shown.portfolioId());
    }

    /** Payments that may have come back with a movement. */
    public List<PaymentView> undoable(UUID returned) {
        Map<UUID, List<PaymentView>> known = undoable;
        if (known == null) {
            known = new HashMap<>();
            undoable = known;
        }
        return known.computeIfAbsent(returned, payments::undoable);
    }

    public String label(PaymentView payment) {
        return Stream.of(
                        viewer.getFormats().date(payment.valueDate()),
                        payment.debt(),
                        payment.payer(),
                        payment.reference())
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    public List<BankFileView> getFiles() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : payments.files(shown.portfolioId());
    }

    public List<PaymentView> getWaiting() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : payments.waiting(shown.portfolioId(), (getShownPage() - 1) * SHOWN, SHOWN);
    }

    public int getPages() {
        Portfolio shown = getPortfolio();
        return shown == null ? 1 : Math.max(1, (payments.waitingCount(shown.portfolioId()) + SHOWN - 1) / SHOWN);
    }

    /** Of the queue; what is no page of it is the nearest one. */
    public int getShownPage() {
        return Math.max(1, Math.min(page, getPages()));
    }

    public String linkToPage(int other) {
        return Query.link(
                "/payments.xhtml", Map.of("of", String.valueOf(choice().of()), "page", String.valueOf(other)));
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public List<PaymentView> getPosted() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : payments.posted(shown.portfolioId(), 0, SHOWN);
    }

    public List<CardView> getCards() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : payments.cards(shown.portfolioId(), 0, SHOWN);
    }

    public Map<String, String> getWhose() {
        return whose;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
