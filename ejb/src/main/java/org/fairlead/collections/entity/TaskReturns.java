package org.fairlead.collections.entity;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.collections.DebtTasks.Outcome;
import org.fairlead.collections.DebtTasks.RowFault;
import org.fairlead.shared.CsvCells;
import org.fairlead.shared.CsvLine;
import org.fairlead.shared.CsvLines;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What an agency says came of its tasks, as CSV with a heading; further columns are not looked at. */
public final class TaskReturns {

    public static final String TASK = "task";
    public static final String OUTCOME = "outcome";
    public static final String WORDS = "words";

    /** What one file brings back at most. */
    public static final int MOST_ROWS = 100_000;

    private static final int LONGEST = 2_000;
    private static final String DELIMITERS = ",;\t";

    private TaskReturns() {}

    /** One task and what came of it. */
    public record Row(int line, UUID task, Outcome outcome, String words) {}

    /** Rows that can be read, and what is wrong with the others. */
    public record Result(List<Row> rows, List<RowFault> faults, int read) {

        public Result {
            rows = List.copyOf(rows);
            faults = List.copyOf(faults);
        }
    }

    private record Header(char delimiter, int columns, int task, int outcome, int words) {}

    /** @throws Refused {@code task.file} for a file without one of the columns, or with too many rows */
    public static Result read(InputStream in) throws IOException {
        CsvLines lines = new CsvLines(in);
        CsvLine first = filled(lines);
        if (first == null) {
            throw new Refused("task.file", TASK);
        }
        Header header = header(first.text());
        List<Row> rows = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        int read = 0;
        for (CsvLine line = filled(lines); line != null; line = filled(lines)) {
            if (++read > MOST_ROWS) {
                throw new Refused("task.rows", MOST_ROWS);
            }
            row(line, header, seen, rows, faults);
        }
        return new Result(rows, faults, read);
    }

    /** A row without an outcome is one that the agency has not come to: it says nothing. */
    private static void row(CsvLine line, Header header, Set<UUID> seen, List<Row> rows, List<RowFault> faults) {
        CsvCells cells = CsvCells.split(line.text(), header.delimiter());
        if (line.broken() || line.tooLong() || line.hasNul() || cells.strayQuote() >= 0) {
            faults.add(fault(line, "", "cells", line.text()));
            return;
        }
        if (cells.count() < header.columns() || saysMore(cells, header.columns())) {
            faults.add(fault(line, "", "cells", Integer.toString(cells.count())));
            return;
        }
        String said = cell(cells, header.outcome());
        if (said.isEmpty()) {
            return;
        }
        String task = cell(cells, header.task());
        Optional<UUID> id = uuid(task);
        Optional<Outcome> outcome = Arrays.stream(Outcome.values())
                .filter(one -> one.name().equals(said.toUpperCase(Locale.ROOT)))
                .findFirst();
        String words = cell(cells, header.words());
        if (id.isEmpty()) {
            faults.add(fault(line, TASK, TASK, task));
        } else if (outcome.isEmpty()) {
            faults.add(fault(line, OUTCOME, OUTCOME, said));
        } else if (words.isEmpty() || words.length() > LONGEST) {
            faults.add(fault(line, WORDS, WORDS, words));
        } else if (!seen.add(id.get())) {
            faults.add(fault(line, TASK, "twice", task));
        } else {
            rows.add(new Row(line.number(), id.get(), outcome.get(), words));
        }
    }

    /** Words with a delimiter that nobody quoted would lose their end. */
    private static boolean saysMore(CsvCells cells, int columns) {
        return cells.values().stream().skip(columns).anyMatch(one -> !one.isBlank());
    }

    private static RowFault fault(CsvLine line, String column, String reason, String value) {
        return new RowFault(line.number(), column, reason, value.length() <= 80 ? value : value.substring(0, 80));
    }

    private static Header header(String text) {
        char delimiter = (char) DELIMITERS
                .chars()
                .reduce((a, b) -> count(text, (char) b) > count(text, (char) a) ? b : a)
                .orElse(',');
        CsvCells cells = CsvCells.split(text, delimiter);
        List<String> titles = cells.values().stream()
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .toList();
        return new Header(
                delimiter, titles.size(), column(titles, TASK), column(titles, OUTCOME), column(titles, WORDS));
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(one -> one == wanted).count();
    }

    private static int column(List<String> titles, String wanted) {
        int at = titles.indexOf(wanted);
        if (at < 0) {
            throw new Refused("task.file", wanted);
        }
        return at;
    }

    /** Without the apostrophe that keeps a spreadsheet from running it. */
    private static String cell(CsvCells cells, int at) {
        String value = cells.values().get(at).strip();
        return value.startsWith("'") ? value.substring(1) : value;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static @Nullable CsvLine filled(CsvLines lines) throws IOException {
        CsvLine line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        return line;
    }
}
