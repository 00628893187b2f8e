package org.fairlead.collections.entity.placement;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairlead.collections.entity.placement.PlacementFault.Reason;
import org.fairlead.shared.CsvCells;
import org.fairlead.shared.CsvLine;
import org.jspecify.annotations.Nullable;

/** Which column of a client's file is which: by the mapping that was saved for it, else by the usual names. */
record PlacementHeader(char delimiter, List<String> headings, Map<PlacementColumn, Integer> places) {

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    private static final Set<PlacementColumn> NEEDED = EnumSet.of(
            PlacementColumn.REFERENCE, PlacementColumn.NAME, PlacementColumn.PRINCIPAL, PlacementColumn.PAST_DUE_SINCE);

    /** A header, or why the first line is none. */
    record Read(@Nullable PlacementHeader header, @Nullable PlacementFault fault) {}

    static Read of(CsvLine first, Map<String, String> mapping) {
        return of(first, mapping, NEEDED);
    }

    static Read of(CsvLine first, Map<String, String> mapping, Set<PlacementColumn> needed) {
        if (first.text().startsWith("PK\u0003\u0004")) {
            return refused(Reason.SPREADSHEET, "");
        }
        if (first.broken() || first.tooLong() || first.hasNul()) {
            return refused(Reason.ENCODING, first.text());
        }
        char delimiter = DELIMITERS.stream()
                .max((one, other) -> Integer.compare(columns(first, one), columns(first, other)))
                .orElse(',');
        List<String> headings = CsvCells.split(first.text(), delimiter).values().stream()
                .map(String::strip)
                .toList();
        Set<String> seen = new HashSet<>();
        for (String heading : headings) {
            if (!heading.isEmpty() && !seen.add(PlacementColumn.plain(heading))) {
                return refused(Reason.HEADER_TWICE, heading);
            }
        }
        return places(delimiter, headings, mapping, needed);
    }

    private static Read places(
            char delimiter, List<String> headings, Map<String, String> mapping, Set<PlacementColumn> needed) {
        Map<PlacementColumn, Integer> places = new EnumMap<>(PlacementColumn.class);
        for (PlacementColumn column : PlacementColumn.values()) {
            String said = mapping.getOrDefault(column.title(), "").strip();
            int place = place(headings, column, said);
            if (place >= 0) {
                places.put(column, place);
            } else if (!said.isEmpty()) {
                return refused(Reason.HEADER_NOT_THERE, said);
            }
        }
        String lacking = needed.stream()
                .filter(column -> !places.containsKey(column))
                .map(PlacementColumn::title)
                .collect(Collectors.joining(", "));
        return lacking.isEmpty()
                ? new Read(new PlacementHeader(delimiter, headings, places), null)
                : refused(Reason.HEADER_LACKS, lacking);
    }

    private static int place(List<String> headings, PlacementColumn column, String said) {
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            boolean meant = said.isEmpty()
                    ? column.isCalled(heading)
                    : PlacementColumn.plain(heading).equals(PlacementColumn.plain(said));
            if (meant) {
                return i;
            }
        }
        return -1;
    }

    private static int columns(CsvLine line, char delimiter) {
        return CsvCells.split(line.text(), delimiter).count();
    }

    private static Read refused(Reason reason, String value) {
        return new Read(null, new PlacementFault(1, PlacementFault.WHOLE_ROW, reason, value));
    }

    /** Stripped; empty where the file has no such column. */
    String cell(CsvCells cells, PlacementColumn column) {
        Integer place = places.get(column);
        return place == null
                ? ""
                : Objects.requireNonNull(cells.values().get(place)).strip();
    }

    String heading(int index) {
        return index >= 0 && index < headings.size() && !headings.get(index).isEmpty()
                ? headings.get(index)
                : "#" + (index + 1);
    }
}
