package org.fairlead.campaign.entity;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.campaign.entity.LeadReader.Result;
import org.fairlead.shared.CsvLine;
import org.fairlead.shared.CsvLines;

/**
 * An uploaded list, read row by row in constant memory. Whatever bytes come in, every line that holds something ends as
 * a good row or as faults with line, column and reason; nothing is passed over silently and nothing of it is ever run.
 */
public final class LeadFile {

    private static final int SAMPLE = 20;

    private final CsvLines lines;
    private final UploadOptions options;
    private final String country;
    private int firstBlank;

    /** Takes the rows as they are read. */
    public interface Rows {

        void good(LeadRow row);

        /** @param faults of one row, at least one */
        void bad(List<Fault> faults);
    }

    /**
     * @param country region for numbers that are written without {@code +}
     */
    public LeadFile(InputStream in, UploadOptions options, String country) {
        this.lines = new CsvLines(in);
        this.options = options;
        this.country = country;
    }

    /** How many bytes are read so far. */
    public long bytes() {
        return lines.bytes();
    }

    /** @return why the file as a whole cannot be read; empty when its rows were handed over */
    public Optional<Refusal> read(Rows rows) throws IOException {
        List<CsvLine> sample = sample();
        if (sample.stream().allMatch(CsvLine::isBlank)) {
            return Optional.of(new Refusal(Reason.EMPTY_FILE, ""));
        }
        if (isSpreadsheet(sample.get(0))) {
            return Optional.of(new Refusal(Reason.SPREADSHEET, ""));
        }
        if (isUtf16(sample.get(0))) {
            return Optional.of(new Refusal(Reason.NOT_UTF_8, ""));
        }
        List<CsvLine> filled = sample.stream().filter(line -> !line.isBlank()).toList();
        Layout.Named named = Detection.layout(filled, options);
        Layout layout = named.layout();
        if (layout == null) {
            return Optional.ofNullable(named.refusal());
        }
        if (layout.withHeader() && filled.size() == 1 && sample.size() < SAMPLE) {
            return Optional.of(new Refusal(Reason.EMPTY_FILE, ""));
        }
        LeadReader reader = new LeadReader(layout, country);
        int header = layout.withHeader() ? filled.get(0).number() : 0;
        for (CsvLine line : sample) {
            if (line.number() > header) {
                row(line, reader, rows);
            }
        }
        for (CsvLine line = lines.next(); line != null; line = lines.next()) {
            row(line, reader, rows);
        }
        return Optional.empty();
    }

    private List<CsvLine> sample() throws IOException {
        List<CsvLine> sample = new ArrayList<>();
        for (CsvLine line = lines.next(); line != null; line = lines.next()) {
            sample.add(line);
            if (sample.size() == SAMPLE) {
                break;
            }
        }
        return sample;
    }

    /** A line that is blank is a bad row only when something follows: the end of a file is no row. */
    private void row(CsvLine line, LeadReader reader, Rows rows) {
        if (line.isBlank()) {
            firstBlank = firstBlank == 0 ? line.number() : firstBlank;
            return;
        }
        for (int empty = firstBlank; empty > 0 && empty < line.number(); empty++) {
            rows.bad(List.of(new Fault(empty, Fault.WHOLE_ROW, Reason.EMPTY_ROW, "")));
        }
        firstBlank = 0;
        Result result = reader.read(line);
        LeadRow lead = result.lead();
        if (lead == null) {
            rows.bad(result.faults());
        } else {
            rows.good(lead);
        }
    }

    /** A spreadsheet is a zip file inside, whatever it is called. */
    private static boolean isSpreadsheet(CsvLine first) {
        return first.text().startsWith("PK\u0003\u0004");
    }

    private static boolean isUtf16(CsvLine first) {
        return first.broken() && (first.text().startsWith("\uFFFD\uFFFD") && first.hasNul());
    }
}
