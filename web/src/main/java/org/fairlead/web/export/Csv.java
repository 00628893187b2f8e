package org.fairlead.web.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180, UTF-8 with byte order mark, so that spreadsheets read its letters). A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front: what customers write is shown, never run.
 */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private final Appendable text;

    /** Begins the file. */
    public Csv(Appendable text) throws IOException {
        this.text = text;
        text.append(BYTE_ORDER_MARK);
    }

    public Csv row(@Nullable Object... cells) throws IOException {
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
}
