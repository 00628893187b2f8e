package org.fairlead.itests.whole;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A lead list with good rows and bad rows of twelve kinds mixed in, together with what must be said about it; the
 * tests of the lead reader keep the same list.
 */
final class LeadListSample {

    /** What must be reported. */
    record Expected(int line, String column, String reason) {}

    private static final String HEADER = "phone_number,first_name,last_name,city,time_zone,segment,comments\n";
    private static final String[] NAMES = {"O'Brien", "Ümit", "Д'Артаньян", "D'Angelo-Rossi", "Şükrü", "\"Smith, Jr.\""
    };
    private static final int KINDS = 12;

    /** One line of ten megabytes is enough to show that it is not held in memory; the others are merely too long. */
    private static final int LONG = 10_000_000;

    private static final int TOO_LONG = 100_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Expected> expected = new ArrayList<>();
    private int line = 1;
    private int goodRows;

    private LeadListSample() {
        write(HEADER);
    }

    /** {@code good} good rows; {@code each} bad rows of each of the twelve kinds, evenly between them. */
    static LeadListSample of(int good, int each) {
        LeadListSample sample = new LeadListSample();
        int bad = each * KINDS;
        int done = 0;
        for (int i = 0; i < good; i++) {
            sample.good();
            while (done < bad && done < (long) (i + 1) * bad / good) {
                sample.bad(done % KINDS, done / KINDS);
                done++;
            }
        }
        return sample;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    List<Expected> expected() {
        return List.copyOf(expected);
    }

    int goodRows() {
        return goodRows;
    }

    /** Some US number that can exist, another one for each {@code n}. */
    static String number(int n) {
        return String.format(Locale.ROOT, "+1212%07d", 2_000_000 + n);
    }

    private void good() {
        String name = NAMES[goodRows % NAMES.length];
        row(number(goodRows) + ",Anna," + name + ",New York,America/New_York,warm,likes <3 and a-b");
        goodRows++;
    }

    private void bad(int kind, int n) {
        String fresh = number(5_000_000 + kind * 100_000 + n);
        switch (kind) {
            case 0 -> bad("phone_number", "phone_number", "+1 212 12,Anna,Bell,,,,");
            case 1 -> bad("*", "column_count", fresh + ",Anna,Bell");
            case 2 -> brokenUtf8(fresh);
            case 3 -> bad("comments", "formula", fresh + ",Anna,Bell,,,,=cmd|'/c calc'!A1");
            case 4 -> bad("last_name", "markup", fresh + ",Anna,<script>alert(1)</script>,,,,");
            case 5 -> bad("comments", "line_too_long", fresh + ",Anna,Bell,,,," + "x".repeat(n == 0 ? LONG : TOO_LONG));
            case 6 -> bad("phone_number", "duplicate_in_file", number(n) + ",Anna,Again,,,,");
            case 7 -> bad("time_zone", "time_zone", fresh + ",Anna,Bell,,America/Atlantis,,");
            case 8 -> bad("*", "empty_row", n % 2 == 0 ? "" : ",,,,,,");
            case 9 -> bad("last_name", "stray_quote", fresh + ",Anna,\"Bell,New York,,,");
            case 10 -> bad("first_name", "nul", fresh + ",An\0na,Bell,,,,");
            case 11 -> bad(
                    "*", "wrong_header", "vendor_lead_code,source_id,list_id,phone_code,phone_number,title,name");
            default -> throw new IllegalArgumentException("no such kind: " + kind);
        }
    }

    private void brokenUtf8(String number) {
        expected.add(new Expected(line + 1, "city", "encoding"));
        write(number + ",Anna,Bell,M");
        bytes.write(0xFC);
        row("nchen,,,");
    }

    private void bad(String column, String reason, String text) {
        expected.add(new Expected(line + 1, column, reason));
        row(text);
    }

    private void row(String text) {
        write(text + "\n");
        line++;
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
