package org.fairlead.agreement.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.ServiceLevels;
import org.fairlead.agreement.control.CountDay;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.jspecify.annotations.Nullable;

/** Service levels for those who answer for them and for the client who pays for them. */
@Stateless
@Local(ServiceLevels.class)
@ClientScoped
@RolesAllowed({Roles.ACCOUNT_MANAGER, Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.INTEGRATION})
public class ServiceLevelReports implements ServiceLevels {

    @Inject
    private CountDay countDay;

    @Override
    public ServiceLevelDay today(UUID programId) {
        return countDay.count(programId, null);
    }

    @Override
    public ServiceLevelDay on(UUID programId, LocalDate date) {
        return countDay.count(programId, date);
    }

    @Override
    public List<CountedContact> behind(
            UUID programId,
            LocalDate date,
            @Nullable Part part,
            @Nullable Instant intervalFrom,
            @Nullable UUID queue,
            ContactOrder order,
            int first,
            int most) {
        return countDay.contacts(programId, date).stream()
                .filter(contact -> part == null || contact.parts().contains(part))
                .filter(contact -> intervalFrom == null || within(contact, intervalFrom))
                .filter(contact -> queue == null || queue.equals(contact.queueId()))
                .sorted(comparator(order))
                .skip(first)
                .limit(most)
                .toList();
    }

    private static Comparator<CountedContact> comparator(ContactOrder order) {
        Comparator<CountedContact> asTheyCame =
                Comparator.comparing(CountedContact::clockStartedAt).thenComparing(CountedContact::contactId);
        Comparator<CountedContact> asked =
                switch (order.by()) {
                    case AT -> asTheyCame;
                    case WAIT -> Comparator.comparing(ServiceLevelReports::waited);
                    case OUTCOME -> Comparator.comparing((CountedContact one) -> one.decidedAt() == null)
                            .thenComparing(one -> !one.answered());
                };
        return (order.descending() ? asked.reversed() : asked).thenComparing(asTheyCame);
    }

    /** Who still waits has waited longest of all. */
    private static Duration waited(CountedContact contact) {
        Instant decided = contact.decidedAt();
        return decided == null ? ChronoUnit.FOREVER.getDuration() : Duration.between(contact.clockStartedAt(), decided);
    }

    /** Half hours are consecutive stretches of 30 minutes of real time, on the day when the clocks change as well. */
    private static boolean within(CountedContact contact, Instant intervalFrom) {
        Duration after = Duration.between(intervalFrom, contact.clockStartedAt());
        return !after.isNegative() && after.compareTo(ServiceLevelDay.INTERVAL) < 0;
    }
}
