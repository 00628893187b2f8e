package org.fairlead.compliance.control;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.fairlead.compliance.entity.Holidays;

/**
 * Public holidays of countries and their states, from the calendars that Jollyday brings with it. A jurisdiction that it
 * does not know is an error: to take its days for working days would allow what may be forbidden.
 */
final class PublicHolidays implements Holidays {

    @Override
    public boolean isHoliday(String jurisdiction, LocalDate day) {
        String[] parts = jurisdiction.toLowerCase(Locale.ROOT).split("-", -1);
        // the manager keeps each calendar, and each calendar its years
        HolidayManager country = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        return country.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, Arrays.copyOfRange(parts, 1, parts.length));
    }
}
