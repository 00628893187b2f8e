package org.fairlead.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one line. A row never goes on in the next line: a quote that is not closed spoils its own row, not the
 * ones after it.
 *
 * @param values without the quotes around them
 * @param strayQuote index of the first cell with a quote where none may be, -1 for none
 */
public record CsvCells(List<String> values, int strayQuote) {

    public static CsvCells split(String line, char delimiter) {
        return new Splitter(line, delimiter).split();
    }

    public int count() {
        return values.size();
    }

    public boolean areEmpty() {
        return values.stream().allMatch(String::isBlank);
    }

    /** Index of the first cell that holds this character, -1 for none. */
    public int holding(char wanted) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).indexOf(wanted) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static final class Splitter {
        private final String line;
        private final char delimiter;
        private final List<String> values = new ArrayList<>();
        private int at;
        private int stray = -1;

        Splitter(String line, char delimiter) {
            this.line = line;
            this.delimiter = delimiter;
        }

        CsvCells split() {
            do {
                values.add(at < line.length() && line.charAt(at) == '"' ? quoted() : plain(""));
            } while (at++ < line.length());
            return new CsvCells(values, stray);
        }

        private String quoted() {
            StringBuilder cell = new StringBuilder();
            for (at++; at < line.length(); at++) {
                char c = line.charAt(at);
                if (c != '"') {
                    cell.append(c);
                } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    at++;
                    return atCellEnd() ? cell.toString() : spoiled(cell);
                }
            }
            markStray();
            return cell.toString();
        }

        private String spoiled(StringBuilder cell) {
            markStray();
            return plain(cell.append('"').toString());
        }

        private String plain(String begun) {
            int from = at;
            while (!atCellEnd()) {
                if (line.charAt(at) == '"') {
                    markStray();
                }
                at++;
            }
            return begun + line.substring(from, at);
        }

        private boolean atCellEnd() {
            return at >= line.length() || line.charAt(at) == delimiter;
        }

        private void markStray() {
            if (stray < 0) {
                stray = values.size();
            }
        }
    }
}
