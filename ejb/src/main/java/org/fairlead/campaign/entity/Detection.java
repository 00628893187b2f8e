package org.fairlead.campaign.entity;

import java.util.List;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.campaign.UploadOptions.Order;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.campaign.entity.Layout.Named;
import org.fairlead.shared.CsvCells;
import org.fairlead.shared.CsvLine;

/** Finds out delimiter and order of columns from a file's first lines, as far as the uploader did not say. */
final class Detection {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** Counts for more than any number of columns that a wrong delimiter may give by chance. */
    private static final int KNOWN_NAME = 1_000;

    private Detection() {}

    /** @param sample the first lines that are not blank, at least one */
    static Named layout(List<CsvLine> sample, UploadOptions options) {
        Character said = options.delimiter();
        char delimiter = said == null ? delimiter(sample) : said;
        CsvLine first = sample.get(0);
        CsvCells cells = CsvCells.split(first.text(), delimiter);
        boolean header = options.order() == Order.HEADER || (options.order() == Order.AUTO && namesColumns(cells));
        if (header) {
            boolean unreadable = first.broken() || first.tooLong() || first.hasNul() || cells.strayQuote() >= 0;
            return unreadable ? Named.refused(Reason.HEADER_UNREADABLE, "") : Layout.header(cells, delimiter);
        }
        if (options.order() == Order.VICIDIAL || rowsOfVicidial(sample, delimiter) * 2 > sample.size()) {
            return new Named(Layout.vicidial(delimiter), null);
        }
        return Named.refused(Reason.HEADER_UNKNOWN, new Fault(1, "", Reason.HEADER_UNKNOWN, first.text()).value());
    }

    /** A row of data may hold a word that is also a column's name; a header holds the number's name, or many. */
    private static boolean namesColumns(CsvCells cells) {
        return cells.values().stream().anyMatch(cell -> Column.named(cell) == Column.PHONE_NUMBER)
                || knownNames(cells) * 2 > cells.count();
    }

    private static char delimiter(List<CsvLine> sample) {
        char best = ',';
        int bestScore = -1;
        for (char candidate : DELIMITERS) {
            int score = score(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(List<CsvLine> sample, char delimiter) {
        int names = knownNames(CsvCells.split(sample.get(0).text(), delimiter));
        int columns = sample.stream()
                .mapToInt(
                        line -> Math.min(CsvCells.split(line.text(), delimiter).count(), 30))
                .sum();
        return names * KNOWN_NAME + rowsOfVicidial(sample, delimiter) * KNOWN_NAME / 10 + columns;
    }

    private static int knownNames(CsvCells cells) {
        return (int) cells.values().stream()
                .filter(cell -> Column.named(cell) != null)
                .count();
    }

    private static int rowsOfVicidial(List<CsvLine> sample, char delimiter) {
        return (int) sample.stream()
                .filter(line -> CsvCells.split(line.text(), delimiter).count() == Column.VICIDIAL.size())
                .count();
    }
}
