package org.fairlead.collections.entity.placement;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairlead.collections.entity.placement.PlacementFault.Reason;
import org.fairlead.shared.CsvCells;
import org.fairlead.shared.CsvLine;
import org.fairlead.shared.CsvLines;
import org.jspecify.annotations.Nullable;

/** A client's placement as CSV with a heading for each column. Each row is judged by itself. */
public final class PlacementFile {

    /** So many debts at once are held in memory; who has more sends two files. */
    static final int MOST_ROWS = 250_000;

    private final Settings settings;
    private final List<PlacedDebt> debts = new ArrayList<>();
    private final List<PlacementFault> faults = new ArrayList<>();
    private final Map<String, Integer> lineOfReference = new HashMap<>();
    private int rows;
    private int bad;

    private PlacementFile(Settings settings) {
        this.settings = settings;
    }

    /**
     * What the portfolio says of its files.
     *
     * @param country for telephone numbers that are written without {@code +}
     * @param mapping the client's heading for a column, by the column's title
     * @param today in the client's calendar
     */
    public record Settings(String currency, String country, Map<String, String> mapping, LocalDate today) {

        public Settings {
            mapping = Map.copyOf(mapping);
        }
    }

    /**
     * What was read.
     *
     * @param refusal why the file as a whole cannot be read; then there are no debts
     * @param bad rows that have faults
     */
    public record Result(
            List<PlacedDebt> debts, List<PlacementFault> faults, int rows, int bad, @Nullable PlacementFault refusal) {

        public Result {
            debts = List.copyOf(debts);
            faults = List.copyOf(faults);
        }

        static Result refused(PlacementFault refusal) {
            return new Result(List.of(), List.of(), 0, 0, refusal);
        }
    }

    public static Result read(InputStream in, Settings settings) throws IOException {
        return new PlacementFile(settings).read(new CsvLines(in));
    }

    private Result read(CsvLines lines) throws IOException {
        CsvLine first = nextFilled(lines);
        if (first == null) {
            return Result.refused(new PlacementFault(1, PlacementFault.WHOLE_ROW, Reason.EMPTY_FILE, ""));
        }
        PlacementHeader.Read read = PlacementHeader.of(first, settings.mapping());
        PlacementHeader header = read.header();
        if (header == null) {
            return new Result(List.of(), List.of(), 0, 0, read.fault());
        }
        for (CsvLine line = nextFilled(lines); line != null; line = nextFilled(lines)) {
            if (++rows > MOST_ROWS) {
                return Result.refused(new PlacementFault(
                        line.number(), PlacementFault.WHOLE_ROW, Reason.TOO_MANY_ROWS, Integer.toString(MOST_ROWS)));
            }
            row(line, header);
        }
        return rows == 0
                ? Result.refused(new PlacementFault(1, PlacementFault.WHOLE_ROW, Reason.EMPTY_FILE, ""))
                : new Result(debts, faults, rows, bad, null);
    }

    static @Nullable CsvLine nextFilled(CsvLines lines) throws IOException {
        CsvLine line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private void row(CsvLine line, PlacementHeader header) {
        CsvCells cells = CsvCells.split(line.text(), header.delimiter());
        Reason ofLine = ofLine(line, cells, header);
        if (ofLine != null) {
            bad++;
            faults.add(new PlacementFault(line.number(), PlacementFault.WHOLE_ROW, ofLine, line.text()));
            return;
        }
        PlacementRow row = new PlacementRow(line.number(), cells, header, settings);
        Optional<PlacedDebt> debt = row.read();
        List<PlacementFault> found = new ArrayList<>(row.faults());
        debt.ifPresent(one -> {
            Integer before = lineOfReference.putIfAbsent(one.reference(), line.number());
            if (before != null) {
                found.add(new PlacementFault(
                        line.number(),
                        PlacementColumn.REFERENCE.title(),
                        Reason.DUPLICATE_IN_FILE,
                        one.reference() + " (" + before + ")"));
            } else {
                debts.add(one);
            }
        });
        bad += found.isEmpty() ? 0 : 1;
        faults.addAll(found);
    }

    static @Nullable Reason ofLine(CsvLine line, CsvCells cells, PlacementHeader header) {
        if (line.tooLong()) {
            return Reason.LINE_TOO_LONG;
        }
        if (line.broken()) {
            return Reason.ENCODING;
        }
        if (line.hasNul()) {
            return Reason.NUL;
        }
        if (cells.strayQuote() >= 0) {
            return Reason.STRAY_QUOTE;
        }
        return cells.count() == header.headings().size() ? null : Reason.COLUMN_COUNT;
    }
}
