package org.fairlead.campaign.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.shared.CsvCells;
import org.fairlead.shared.CsvLine;
import org.jspecify.annotations.Nullable;

/**
 * What every cell must be before its meaning is asked for: text that no spreadsheet, no browser and no log takes for
 * something else. People's names in any writing pass ({@code O'Brien}, {@code Ümit}, {@code Д'Артаньян}).
 */
final class RowCheck {

    private static final int LONGEST_CELL = 2_000;

    /** What a spreadsheet would run. */
    private static final String FORMULA_STARTS = "=+-@";

    /** However short: a number that is none is a bad number, and what has digits alone computes nothing. */
    private static final Pattern PHONE_LIKE = Pattern.compile("\\+ ?\\(?[0-9][0-9 ()./\\-]*");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern MARKUP = Pattern.compile("<[\\p{L}/!?]");

    private RowCheck() {}

    /** Faults of the line as a whole, worst first; one is enough, since its cells cannot be trusted. */
    static @Nullable Fault ofLine(CsvLine line, CsvCells cells, Layout layout) {
        int n = line.number();
        if (line.tooLong()) {
            return new Fault(n, layout.name(cells.count() - 1), Reason.LINE_TOO_LONG, line.text());
        }
        if (line.broken()) {
            return inCell(n, cells, layout, cells.holding('\uFFFD'), Reason.ENCODING);
        }
        if (line.hasNul()) {
            return inCell(n, cells, layout, cells.holding('\0'), Reason.NUL);
        }
        if (cells.strayQuote() >= 0) {
            return inCell(n, cells, layout, cells.strayQuote(), Reason.STRAY_QUOTE);
        }
        if (cells.areEmpty()) {
            return new Fault(n, Fault.WHOLE_ROW, Reason.EMPTY_ROW, line.text());
        }
        if (cells.count() != layout.names().size()) {
            String counts = cells.count() + " / " + layout.names().size() + ": " + line.text();
            return new Fault(n, Fault.WHOLE_ROW, Reason.COLUMN_COUNT, counts);
        }
        return layout.isHeaderAgain(cells) ? new Fault(n, Fault.WHOLE_ROW, Reason.WRONG_HEADER, line.text()) : null;
    }

    /** Faults of single cells: all of them. */
    static List<Fault> ofCells(CsvLine line, CsvCells cells, Layout layout) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < cells.count(); i++) {
            String cell = cells.values().get(i);
            Reason reason = cell.isEmpty() ? null : reason(cell, Column.named(layout.name(i)));
            if (reason != null) {
                faults.add(new Fault(line.number(), layout.name(i), reason, cell));
            }
        }
        return faults;
    }

    private static @Nullable Reason reason(String cell, @Nullable Column column) {
        if (cell.length() > LONGEST_CELL) {
            return Reason.CELL_TOO_LONG;
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            return Reason.CONTROL_CHARACTER;
        }
        if (MARKUP.matcher(cell).find()) {
            return Reason.MARKUP;
        }
        return isFormula(cell.strip(), column) ? Reason.FORMULA : null;
    }

    private static boolean isFormula(String cell, @Nullable Column column) {
        if (cell.isEmpty() || FORMULA_STARTS.indexOf(cell.charAt(0)) < 0) {
            return false;
        }
        boolean phone = PHONE_LIKE.matcher(cell).matches();
        boolean rank = column == Column.RANK && WHOLE_NUMBER.matcher(cell).matches();
        return !phone && !rank;
    }

    private static Fault inCell(int line, CsvCells cells, Layout layout, int index, Reason reason) {
        return index < 0
                ? new Fault(line, Fault.WHOLE_ROW, reason, String.join(" ", cells.values()))
                : new Fault(line, layout.name(index), reason, cells.values().get(index));
    }
}
