package org.fairlead.campaign.entity;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.campaign.entity.LeadNumber.Kind;
import org.fairlead.compliance.PhoneNumbers.PhoneNumber;

/** Reads the columns that say what kind of number each of a lead's numbers is, and when it is any use. */
final class NumberColumns {

    /** The columns of one number. */
    record Place(Column number, Column kind, Column hours) {}

    private static final Place FIRST = new Place(Column.PHONE_NUMBER, Column.PHONE_TYPE, Column.PHONE_HOURS);

    static final List<Place> OTHERS = List.of(
            new Place(Column.ALT_PHONE, Column.ALT_PHONE_TYPE, Column.ALT_PHONE_HOURS),
            new Place(Column.ALT_PHONE2, Column.ALT_PHONE2_TYPE, Column.ALT_PHONE2_HOURS));

    private static final Map<String, Kind> KINDS = Map.of(
            "mobile", Kind.MOBILE,
            "cell", Kind.MOBILE,
            "home", Kind.HOME,
            "landline", Kind.HOME,
            "work", Kind.WORK,
            "office", Kind.WORK,
            "other", Kind.OTHER);

    private static final int HOURS_OF_A_DAY = 24;

    private static final Pattern HOURS =
            Pattern.compile("([01]?[0-9]|2[0-3])(?::00)? ?[-\u2013] ?([01]?[0-9]|2[0-4])(?::00)?");

    /** Where a fault goes. */
    interface Faults {
        void found(Column column, Reason reason, String value);
    }

    private final Function<Column, String> cells;
    private final Faults faults;

    NumberColumns(Function<Column, String> cells, Faults faults) {
        this.cells = cells;
        this.faults = faults;
    }

    Optional<LeadNumber> first(PhoneNumber number, List<String> zones) {
        return read(FIRST, number, zones, 0);
    }

    /** @return empty when a cell is at fault */
    Optional<LeadNumber> read(Place place, PhoneNumber number, List<String> zones, int turn) {
        String kind = cells.apply(place.kind()).toLowerCase(Locale.ROOT);
        String hours = cells.apply(place.hours());
        Matcher span = HOURS.matcher(hours);
        boolean badKind = !kind.isEmpty() && !KINDS.containsKey(kind);
        boolean badHours = !hours.isEmpty() && (!span.matches() || hour(span, 1) == hour(span, 2));
        if (badKind) {
            faults.found(place.kind(), Reason.PHONE_TYPE, kind);
        }
        if (badHours) {
            faults.found(place.hours(), Reason.PHONE_HOURS, hours);
        }
        if (badKind || badHours) {
            return Optional.empty();
        }
        return Optional.of(new LeadNumber(
                turn,
                number.e164(),
                KINDS.getOrDefault(kind, Kind.OTHER),
                hours.isEmpty() ? null : hour(span, 1),
                hours.isEmpty() ? null : end(hour(span, 2)),
                zones.stream().map(ZoneId::of).toList(),
                false));
    }

    private static int hour(Matcher span, int group) {
        return Integer.parseInt(span.group(group));
    }

    /** Midnight at the end of a day is its hour 24. */
    private static int end(int hour) {
        return hour == 0 ? HOURS_OF_A_DAY : hour;
    }
}
