package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.DirectPayments;
import org.fairlead.collections.DirectPayments.Direct;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** A payment that the client has told us of. */
@Named
@RequestScoped
public class DirectPaymentForm {

    @EJB
    private DirectPayments payments;

    @Inject
    private Notices notices;

    @Inject
    private DayFields days;

    private @Nullable String reference;
    private @Nullable String amount;
    private @Nullable String day;
    private @Nullable String key;
    private final Map<String, String> why = new HashMap<>();

    public void record(String portfolio) {
        try {
            payments.record(Address.uuid(portfolio), text(reference), text(amount), days.read(day), text(key));
            reference = null;
            amount = null;
            key = null;
            notices.done("collections.payments.direct.done");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public void takeBack(String portfolio, String payment) {
        try {
            payments.takeBack(Address.uuid(portfolio), Address.uuid(payment), text(why.get(payment)));
            notices.done("collections.payments.direct.taken.back");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** The last ones that stand. */
    public List<Direct> recorded(UUID portfolio) {
        return payments.recorded(portfolio);
    }

    /** Why one is taken back, by payment. */
    public Map<String, String> getWhy() {
        return why;
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }

    public @Nullable String getAmount() {
        return amount;
    }

    public void setAmount(@Nullable String amount) {
        this.amount = amount;
    }

    public @Nullable String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = day;
    }

    public @Nullable String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = key;
    }
}
