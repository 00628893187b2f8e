package org.fairlead.web.export;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180, UTF-8 with byte order mark, so that spreadsheets read its letters). A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front: what customers write is shown, never run.
 */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    public Csv row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(cell(cells[i]));
        }
        text.append("\r\n");
        return this;
    }

    /** Numbers stay as they are, a minus in front of one is no formula; words are neutralised and quoted. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        var words = value.toString();
        if (!words.isEmpty() && STARTS_FORMULA.indexOf(words.charAt(0)) >= 0) {
            words = "'" + words;
        }
        return words.matches("(?s).*[\",\r\n;'].*") ? "\"" + words.replace("\"", "\"\"") + "\"" : words;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
