package org.fairlead.campaign.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.fairlead.campaign.FaultView;

/** The faults of a list as a CSV file that a spreadsheet shows and never runs. */
public final class FaultReport {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private FaultReport() {}

    /** @param words turns a bundle key into the reader's language */
    public static String csv(List<FaultView> faults, UnaryOperator<String> words) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(
                    words.apply("report.line"),
                    words.apply("report.column"),
                    words.apply("report.reason"),
                    words.apply("report.value"));
            for (FaultView fault : faults) {
                csv.printRecord(
                        fault.line(),
                        neutral(fault.column()),
                        neutral(words.apply("fault." + fault.reason())),
                        neutral(fault.value()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    /** An apostrophe in front makes a spreadsheet take the cell as text. */
    static String neutral(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
