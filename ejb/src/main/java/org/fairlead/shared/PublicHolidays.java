package org.fairlead.shared;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays of countries and their states, from the calendars that Jollyday brings with it. A jurisdiction that it
 * does not know is an error: to take its days for working days would allow what may be forbidden.
 *
 * <p>Turkey's law 2429 adds what the calendar leaves out: both feasts last for days, and the afternoon before them and
 * before the Republic's day is free.
 */
public final class PublicHolidays implements Holidays {

    private static final String TURKEY = "tr";
    private static final int LONGEST_FEAST = 4;
    private static final Map<String, Integer> FEASTS = Map.of("ID_AL_FITR", 3, "ID_UL_ADHA", 4);
    private static final Set<String> WITH_AN_EVE = Set.of("ID_AL_FITR", "ID_UL_ADHA", "TURKEY_REPUBLIC_DAY");

    private final Map<String, Map<LocalDate, Kind>> years = new ConcurrentHashMap<>();

    @Override
    public Kind kind(String jurisdiction, LocalDate day) {
        String place = jurisdiction.toLowerCase(Locale.ROOT);
        return years.computeIfAbsent(place + " " + day.getYear(), key -> year(place, day.getYear()))
                .getOrDefault(day, Kind.NONE);
    }

    private static Map<LocalDate, Kind> year(String place, int year) {
        String[] parts = place.split("-", -1);
        HolidayManager country = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        String[] within = Arrays.copyOfRange(parts, 1, parts.length);
        LocalDate first = LocalDate.of(year, 1, 1);
        Set<Holiday> holidays = country.getHolidays(
                first.minusDays(LONGEST_FEAST), first.plusYears(1), HolidayType.PUBLIC_HOLIDAY, within);
        Map<LocalDate, Kind> days = new ConcurrentHashMap<>();
        if (parts[0].equals(TURKEY)) {
            holidays.forEach(holiday -> addFeast(days, holiday));
        }
        holidays.forEach(holiday -> {
            days.put(holiday.getActualDate(), Kind.WHOLE);
            days.put(holiday.getDate(), Kind.WHOLE);
        });
        return days;
    }

    private static void addFeast(Map<LocalDate, Kind> days, Holiday holiday) {
        String key = holiday.getPropertiesKey();
        FEASTS.forEach((feast, length) -> {
            if (key.contains(feast)) {
                for (int i = 0; i < length; i++) {
                    days.put(holiday.getDate().plusDays(i), Kind.WHOLE);
                }
            }
        });
        if (WITH_AN_EVE.stream().anyMatch(key::contains)) {
            days.putIfAbsent(holiday.getDate().minusDays(1), Kind.AFTERNOON);
        }
    }
}
