package org.fairlead.collections.entity.placement;

import java.util.Locale;

/**
 * One thing that is wrong with a row, or with the file as a whole.
 *
 * @param column its title or heading, {@link #WHOLE_ROW} for the row
 * @param value as read, made storable
 */
public record PlacementFault(int line, String column, Reason reason, String value) {

    public static final String WHOLE_ROW = "*";

    private static final int LONGEST_VALUE = 200;

    public PlacementFault {
        String storable = value.replace('\0', '\u2400');
        value = storable.length() <= LONGEST_VALUE ? storable : storable.substring(0, LONGEST_VALUE);
    }

    /** Why. The key is stored and shown through the bundles; keys never change. */
    public enum Reason {
        LINE_TOO_LONG,
        ENCODING,
        NUL,
        STRAY_QUOTE,
        COLUMN_COUNT,
        FORMULA,
        MARKUP,
        CONTROL_CHARACTER,
        CELL_TOO_LONG,
        PHONE_NUMBER,
        LANGUAGE,
        EMPTY_FILE,
        SPREADSHEET,
        HEADER_TWICE,
        HEADER_LACKS,
        HEADER_NOT_THERE,
        TOO_MANY_ROWS,
        MISSING,
        AMOUNT,
        AMOUNT_ZERO,
        CURRENCY,
        DATE,
        DATE_AHEAD,
        ATTEMPTS,
        DUPLICATE_IN_FILE,
        DUPLICATE_DEBT,
        DEBT_UNKNOWN,
        DEBT_ENDED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
