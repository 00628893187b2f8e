package org.fairlead.campaign.entity;

import java.util.Locale;

/**
 * One thing that is wrong with one row.
 *
 * @param column its name, {@link #WHOLE_ROW} for the row
 * @param value as read, made storable: cut, without NUL
 */
public record Fault(int line, String column, Reason reason, String value) {

    public static final String WHOLE_ROW = "*";

    private static final int LONGEST_VALUE = 200;

    public Fault {
        String storable = value.replace('\0', '\u2400');
        value = storable.length() <= LONGEST_VALUE ? storable : cut(storable);
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return text.substring(0, end);
    }

    /** Why a row, or a whole file, is not taken. The key is stored and shown through the bundles; keys never change. */
    public enum Reason {
        LINE_TOO_LONG,
        ENCODING,
        NUL,
        EMPTY_ROW,
        STRAY_QUOTE,
        COLUMN_COUNT,
        WRONG_HEADER,
        FORMULA,
        MARKUP,
        CONTROL_CHARACTER,
        CELL_TOO_LONG,
        PHONE_MISSING,
        PHONE_NUMBER,
        PHONE_CODE,
        TIME_ZONE,
        COUNTRY,
        LANGUAGE,
        RANK,
        DUPLICATE_IN_FILE,
        DUPLICATE_IN_CAMPAIGN,
        UNKNOWN_IN_CAMPAIGN,
        REFERENCE_MISSING,
        REFERENCE_TWICE,
        DEBT_NOT_OPEN,
        DEBT_TWICE,
        PHONE_TYPE,
        PHONE_HOURS,
        EMPTY_FILE,
        NOT_UTF_8,
        SPREADSHEET,
        HEADER_UNREADABLE,
        HEADER_UNKNOWN,
        HEADER_WITHOUT_PHONE,
        HEADER_TWICE,
        BAD_ROWS,
        INTERRUPTED,
        BROKEN_OFF;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
