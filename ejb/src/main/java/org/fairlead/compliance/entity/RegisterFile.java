package org.fairlead.compliance.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairlead.compliance.PhoneNumbers;

/**
 * A register's file, line by line. What is certain without asking anybody is not asked: a file may have millions of
 * lines.
 */
public final class RegisterFile {

    private static final Pattern SEPARATOR = Pattern.compile("[,;\t|]");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern AMERICAN = Pattern.compile("1?([2-9][0-9]{2}[2-9][0-9]{6})");
    private static final Set<String> NORTH_AMERICA = Set.of("US", "CA");
    private static final Set<String> HEADINGS =
            Set.of("number", "phone", "telephone", "phone_number", "numero", "numara", "номер", "msisdn", "tel");

    private final BufferedReader lines;
    private final String country;
    private int line;
    private int column = -1;

    public RegisterFile(BufferedReader lines, String country) {
        this.lines = lines;
        this.country = country;
    }

    /**
     * One line.
     *
     * @param number in E.164 form; empty when there is none to be read
     * @param deleted true for a number that a delta takes off
     */
    public record Row(int line, Optional<String> number, boolean deleted, String written) {}

    /** The next line that says something, or nothing at the end. */
    public Optional<Row> next() {
        try {
            String text = lines.readLine();
            while (text != null && (text.isBlank() || heads(text))) {
                line++;
                text = lines.readLine();
            }
            if (text == null) {
                return Optional.empty();
            }
            line++;
            return Optional.of(row(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A first line without a digit names the columns. */
    private boolean heads(String text) {
        if (line > 0 || text.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        List<String> cells = cells(text);
        for (int i = 0; i < cells.size(); i++) {
            if (HEADINGS.contains(cells.get(i).toLowerCase(Locale.ROOT))) {
                column = i;
            }
        }
        return true;
    }

    private Row row(String text) {
        List<String> cells = cells(text);
        String last = cells.get(cells.size() - 1).toUpperCase(Locale.ROOT);
        return new Row(line, number(written(cells)), cells.size() > 1 && last.equals("D"), text);
    }

    private String written(List<String> cells) {
        if (column >= 0) {
            return column < cells.size() ? cells.get(column) : "";
        }
        boolean apart = cells.size() > 1
                && cells.get(0).matches("[2-9][0-9]{2}")
                && cells.get(1).matches("[0-9]{7}");
        return apart ? cells.get(0) + cells.get(1) : cells.get(0);
    }

    private Optional<String> number(String written) {
        if (E164.matcher(written).matches()) {
            return Optional.of(written);
        }
        var american = AMERICAN.matcher(written);
        if (NORTH_AMERICA.contains(country) && american.matches()) {
            return Optional.of("+1" + american.group(1));
        }
        return PhoneNumbers.parse(written, country, null).map(PhoneNumbers.PhoneNumber::e164);
    }

    private static List<String> cells(String text) {
        return SEPARATOR.splitAsStream(text).map(RegisterFile::bare).toList();
    }

    private static String bare(String cell) {
        String text = cell.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
