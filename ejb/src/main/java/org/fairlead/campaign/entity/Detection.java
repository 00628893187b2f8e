package org.fairlead.campaign.entity;

import java.util.List;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.campaign.UploadOptions.Order;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.campaign.entity.Layout.Named;

/** Finds out delimiter and order of columns from a file's first lines, as far as the uploader did not say. */
final class Detection {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** Counts for more than any number of columns that a wrong delimiter may give by chance. */
    private static final int KNOWN_NAME = 1_000;

    private Detection() {}

    /** @param sample the first lines that are not blank, at least one */
    static Named layout(List<Line> sample, UploadOptions options) {
        Character said = options.delimiter();
        char delimiter = said == null ? delimiter(sample) : said;
        Line first = sample.get(0);
        Cells cells = Cells.split(first.text(), delimiter);
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
    private static boolean namesColumns(Cells cells) {
        return cells.values().stream().anyMatch(cell -> Column.named(cell) == Column.PHONE_NUMBER)
                || knownNames(cells) * 2 > cells.count();
    }

    private static char delimiter(List<Line> sample) {
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

    private static int score(List<Line> sample, char delimiter) {
        int names = knownNames(Cells.split(sample.get(0).text(), delimiter));
        int columns = sample.stream()
                .mapToInt(line -> Math.min(Cells.split(line.text(), delimiter).count(), 30))
                .sum();
        return names * KNOWN_NAME + rowsOfVicidial(sample, delimiter) * KNOWN_NAME / 10 + columns;
    }

    private static int knownNames(Cells cells) {
        return (int) cells.values().stream()
                .filter(cell -> Column.named(cell) != null)
                .count();
    }

    private static int rowsOfVicidial(List<Line> sample, char delimiter) {
        return (int) sample.stream()
                .filter(line -> Cells.split(line.text(), delimiter).count() == Column.VICIDIAL.size())
                .count();
    }
}
