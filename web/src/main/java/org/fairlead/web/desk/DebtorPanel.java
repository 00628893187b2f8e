package org.fairlead.web.desk;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.CardWay;
import org.fairlead.collections.Debtors;
import org.fairlead.collections.Debtors.DebtView;
import org.fairlead.collections.Debtors.Debtor;
import org.fairlead.collections.Debtors.Happened;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Strategies.Explained;
import org.fairlead.web.collections.CourseWords;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** The debtor of the contact that the address names. Until the person is checked the facade gives nothing to show. */
@Named
@RequestScoped
public class DebtorPanel {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @EJB
    private Debtors debtors;

    private boolean read;
    private @Nullable Debtor debtor;

    /** Null where the contact is about no debt, and where another agent has it. */
    public @Nullable Debtor getDebtor() {
        if (!read) {
            read = true;
            debtor = find();
        }
        return debtor;
    }

    private @Nullable Debtor find() {
        String asked = request.getParameter("contact");
        if (asked == null || asked.isBlank()) {
            return null;
        }
        return debtors.ofContact(Address.uuid(asked)).orElse(null);
    }

    public List<Bucket> getBuckets() {
        return List.of(Bucket.PRINCIPAL, Bucket.INTEREST, Bucket.FEES, Bucket.COSTS);
    }

    public List<Hold> getHolds() {
        return Arrays.asList(Hold.values());
    }

    public List<CardWay> getCardWays() {
        return Arrays.asList(CardWay.values());
    }

    /** The debt that the call is about; else the first one. */
    public @Nullable DebtView getFirst() {
        Debtor known = getDebtor();
        return known == null || known.debts().isEmpty()
                ? null
                : known.debts().stream()
                        .filter(DebtView::atHand)
                        .findFirst()
                        .orElse(known.debts().get(0));
    }

    /** The other debts of the person. */
    public List<DebtView> getOthers() {
        Debtor known = getDebtor();
        DebtView first = getFirst();
        return known == null
                ? List.of()
                : known.debts().stream().filter(debt -> !debt.equals(first)).toList();
    }

    public String money(BigDecimal amount, DebtView debt) {
        return viewer.getFormats().money(amount, debt.currency());
    }

    /** Why something may not be done now. */
    public String reasons(List<String> against) {
        return against.stream()
                .map(reason -> viewer.getWords().get("desk.debtor.against." + reason))
                .collect(Collectors.joining(", "));
    }

    /** Why the strategy asks for its step, in sentences. */
    public List<String> getCourse() {
        DebtView first = getFirst();
        Explained course = first == null ? null : first.course();
        return course == null ? List.of() : new CourseWords(viewer.getWords(), viewer.getFormats()).of(course);
    }

    /** What happened, in words. */
    public String happened(Happened event) {
        return new DebtEventWords(viewer.getWords(), viewer.getFormats()).of(event);
    }

    /** An amount to be changed, as the reader writes it. */
    public String editable(BigDecimal amount) {
        return viewer.getFormats().editable(amount);
    }
}
