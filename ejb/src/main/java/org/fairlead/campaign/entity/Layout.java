package org.fairlead.campaign.entity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.shared.CsvCells;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is which.
 *
 * @param names of all columns in the file's order, the unknown ones as their header has them
 * @param places of the columns that are known
 */
record Layout(char delimiter, List<String> names, Map<Column, Integer> places, boolean withHeader) {

    /** What a list may call a column of its own: words, no markup, no formula. */
    private static final Pattern FREE_NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} _.\\-/()#]{0,59}");

    static Layout vicidial(char delimiter) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        Column.VICIDIAL.forEach(column -> places.put(column, places.size()));
        return new Layout(delimiter, Column.VICIDIAL.stream().map(Column::title).toList(), places, false);
    }

    /** A layout, or why the first line cannot be one. */
    record Named(@Nullable Layout layout, @Nullable Refusal refusal) {
        static Named refused(Reason reason, String detail) {
            return new Named(null, new Refusal(reason, detail));
        }
    }

    static Named header(CsvCells cells, char delimiter) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : cells.values()) {
            Column column = Column.named(cell);
            String name = column == null ? cell.strip() : column.title();
            if (column == null && !FREE_NAME.matcher(name).matches()) {
                return Named.refused(Reason.HEADER_UNREADABLE, name);
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                return Named.refused(Reason.HEADER_TWICE, name);
            }
            if (column != null) {
                places.put(column, names.size());
            }
            names.add(name);
        }
        if (places.isEmpty()) {
            return Named.refused(Reason.HEADER_UNKNOWN, String.join(", ", names));
        }
        return places.containsKey(Column.PHONE_NUMBER)
                ? new Named(new Layout(delimiter, names, places, true), null)
                : Named.refused(Reason.HEADER_WITHOUT_PHONE, String.join(", ", names));
    }

    /** The column's name for a report: also for cells that have no column. */
    String name(int index) {
        return index < names.size() ? names.get(index) : "#" + (index + 1);
    }

    /** The cell of a column, stripped; empty where the file has no such column. */
    String cell(CsvCells cells, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : cells.values().get(place).strip();
    }

    /** True for a line that names columns where data should be: two files put together. */
    boolean isHeaderAgain(CsvCells cells) {
        int named = 0;
        for (String cell : cells.values()) {
            named += Column.named(cell) == null ? 0 : 1;
        }
        return Column.named(cell(cells, Column.PHONE_NUMBER)) != null || named > cells.count() / 2;
    }
}
