package org.fairlead.collections.entity.placement;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.collections.entity.placement.PlacementFault.Reason;
import org.fairlead.shared.CsvCells;
import org.fairlead.shared.CsvLine;
import org.fairlead.shared.CsvLines;
import org.jspecify.annotations.Nullable;

/** References of debts that a client takes back, as CSV with a heading; further columns are not looked at. */
public final class RecallFile {

    private RecallFile() {}

    /** One debt that is taken back. */
    public record Row(int line, String reference) {}

    /** @param refusal why the file as a whole cannot be read; then there are no rows */
    public record Result(List<Row> rows, List<PlacementFault> faults, int read, @Nullable PlacementFault refusal) {

        public Result {
            rows = List.copyOf(rows);
            faults = List.copyOf(faults);
        }
    }

    /** @param mapping the client's heading for a column, by the column's title */
    public static Result read(InputStream in, Map<String, String> mapping) throws IOException {
        CsvLines lines = new CsvLines(in);
        CsvLine first = PlacementFile.nextFilled(lines);
        if (first == null) {
            return refused(new PlacementFault(1, PlacementFault.WHOLE_ROW, Reason.EMPTY_FILE, ""));
        }
        String said = mapping.getOrDefault(PlacementColumn.REFERENCE.title(), "");
        PlacementHeader.Read read = PlacementHeader.of(
                first,
                said.isEmpty() ? Map.of() : Map.of(PlacementColumn.REFERENCE.title(), said),
                EnumSet.of(PlacementColumn.REFERENCE));
        PlacementHeader header = read.header();
        PlacementFault fault = read.fault();
        if (header == null) {
            return refused(
                    fault == null
                            ? new PlacementFault(1, PlacementFault.WHOLE_ROW, Reason.HEADER_LACKS, "reference")
                            : fault);
        }
        return rows(lines, header);
    }

    private static Result rows(CsvLines lines, PlacementHeader header) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<PlacementFault> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int read = 0;
        for (CsvLine line = PlacementFile.nextFilled(lines); line != null; line = PlacementFile.nextFilled(lines)) {
            if (++read > PlacementFile.MOST_ROWS) {
                return refused(new PlacementFault(
                        line.number(),
                        PlacementFault.WHOLE_ROW,
                        Reason.TOO_MANY_ROWS,
                        Integer.toString(PlacementFile.MOST_ROWS)));
            }
            CsvCells cells = CsvCells.split(line.text(), header.delimiter());
            Reason wrong = PlacementFile.ofLine(line, cells, header);
            if (wrong != null) {
                faults.add(new PlacementFault(line.number(), PlacementFault.WHOLE_ROW, wrong, line.text()));
                continue;
            }
            String reference = header.cell(cells, PlacementColumn.REFERENCE);
            Reason bad = reference.isEmpty() ? Reason.MISSING : CellReading.fault(reference);
            Integer before = bad == null ? seen.putIfAbsent(reference, line.number()) : null;
            Reason reason = before == null ? bad : Reason.DUPLICATE_IN_FILE;
            if (reason == null) {
                rows.add(new Row(line.number(), reference));
            } else {
                faults.add(new PlacementFault(line.number(), PlacementColumn.REFERENCE.title(), reason, reference));
            }
        }
        return read == 0
                ? refused(new PlacementFault(1, PlacementFault.WHOLE_ROW, Reason.EMPTY_FILE, ""))
                : new Result(rows, faults, read, null);
    }

    private static Result refused(PlacementFault refusal) {
        return new Result(List.of(), List.of(), 0, refusal);
    }
}
