package org.fairlead.web.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.ServiceLevels;
import org.fairlead.agreement.ServiceLevels.ContactOrder;
import org.fairlead.shared.NotFound;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Order;
import org.jspecify.annotations.Nullable;

/**
 * One of the portal's figures, as an address names it: the contacts behind it are the same on the page and in the file.
 *
 * @param part null for all contacts
 * @param queue in which the contacts waited first; null for all
 * @param interval begin of the half hour; null for the whole day
 */
public record Figure(@Nullable Part part, @Nullable Instant interval, @Nullable UUID queue) {

    static Figure of(@Nullable String part, @Nullable String interval, @Nullable String queue) {
        return new Figure(
                part == null || part.isBlank() ? null : named(part),
                interval == null || interval.isBlank() ? null : Address.instant(interval),
                queue == null || queue.isBlank() ? null : Address.uuid(queue));
    }

    private static Part named(String part) {
        return Arrays.stream(Part.values())
                .filter(one -> one.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new NotFound("no such figure"));
    }

    List<CountedContact> behind(ServiceLevels levels, ServiceLevelDay day, ContactOrder order, int first, int most) {
        return levels.behind(day.programId(), day.date(), part, interval, queue, order, first, most);
    }

    /** The columns by which the table is ordered, as addresses name them. */
    static final Map<String, ContactOrder.By> COLUMNS =
            Map.of("at", ContactOrder.By.AT, "wait", ContactOrder.By.WAIT, "outcome", ContactOrder.By.OUTCOME);

    static ContactOrder order(Order order) {
        ContactOrder.By by = order.by() == null ? null : COLUMNS.get(order.by());
        return by == null ? ContactOrder.asTheyCame() : new ContactOrder(by, order.descending());
    }

    /** Seconds on the agreement's clock; absent while the contact waits. */
    static @Nullable Long waited(CountedContact contact) {
        return contact.decidedAt() == null
                ? null
                : Duration.between(contact.clockStartedAt(), contact.decidedAt())
                        .toSeconds();
    }

    static String outcome(CountedContact contact) {
        if (contact.decidedAt() == null) {
            return "waiting";
        }
        return contact.answered() ? "answered" : "abandoned";
    }
}
