package org.fairlead.collections.entity.bank;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.collections.entity.bank.BankFile.Fault;
import org.fairlead.collections.entity.bank.BankFile.Refusal;
import org.fairlead.collections.entity.placement.CellReading;
import org.fairlead.shared.CsvCells;
import org.fairlead.shared.CsvLine;
import org.fairlead.shared.CsvLines;
import org.fairlead.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Payments as CSV with the headings {@code date}, {@code amount}, {@code currency}, {@code reference} and, if known,
 * {@code payer}, {@code key} and {@code returned}. Its last line is {@code TOTAL} with the number of rows and their sum
 * under {@code amount} and {@code reference}: a file without it was cut off, one whose total differs is refused whole.
 */
public final class PaymentCsv {

    private static final String TOTAL = "TOTAL";

    private final List<BankEntry> entries = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> alike = new HashMap<>();
    private char delimiter;
    private long sum;
    private boolean closed;

    private PaymentCsv() {}

    /** @throws Refusal when anything in it cannot be read or does not add up: nothing is taken then */
    public static BankFile read(InputStream in) throws Refusal, IOException {
        PaymentCsv file = new PaymentCsv();
        CsvLines lines = new CsvLines(in);
        file.header(lines.next());
        for (CsvLine line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                file.row(line);
            }
        }
        if (!file.closed) {
            throw new Refusal(Fault.TRUNCATED, TOTAL, "");
        }
        return new BankFile(file.entries);
    }

    private void header(@Nullable CsvLine first) throws Refusal {
        if (first == null || first.isBlank()) {
            throw new Refusal(Fault.EMPTY, "1", "");
        }
        delimiter = CsvCells.split(first.text(), ';').count() > 1 ? ';' : ',';
        List<String> headings = CsvCells.split(first.text(), delimiter).values();
        for (int i = 0; i < headings.size(); i++) {
            places.put(headings.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        for (String needed : List.of("date", "amount", "currency", "reference")) {
            if (!places.containsKey(needed)) {
                throw new Refusal(Fault.NOT_A_STATEMENT, "1", needed);
            }
        }
    }

    private void row(CsvLine line) throws Refusal {
        CsvCells cells = CsvCells.split(line.text(), delimiter);
        if (line.tooLong() || line.broken() || line.hasNul() || cells.strayQuote() >= 0 || closed) {
            throw new Refusal(Fault.UNKNOWN_RECORD, where(line), line.text());
        }
        if (cells.count() != places.size()) {
            throw new Refusal(Fault.UNKNOWN_RECORD, where(line), Integer.toString(cells.count()));
        }
        if (cells.values().get(0).strip().equals(TOTAL)) {
            close(line, cells);
            return;
        }
        Money amount = amount(line, cell(cells, "amount"), cell(cells, "currency"));
        LocalDate day = CellReading.day(cell(cells, "date"))
                .orElseThrow(() -> new Refusal(Fault.BAD_VALUE, where(line), cell(cells, "date")));
        sum = Math.addExact(sum, amount.minor());
        String reference = cell(cells, "reference");
        String payer = cell(cells, "payer");
        entries.add(new BankEntry(
                key(cell(cells, "key"), day, amount, reference, payer),
                day,
                amount,
                reference,
                payer,
                cell(cells, "returned")));
    }

    /** Without a key of the bank's own, what it is tells a movement from others; two alike are told by their order. */
    private String key(String own, LocalDate day, Money amount, String reference, String payer) {
        if (!own.isEmpty()) {
            return "csv|" + own;
        }
        String what = String.join("|", day.toString(), amount.toString(), reference, payer);
        return "csv|" + what + "|" + alike.merge(what, 1, Integer::sum);
    }

    private void close(CsvLine line, CsvCells cells) throws Refusal {
        String said = cell(cells, "amount");
        String rows = cell(cells, "reference");
        boolean counted = rows.equals(Integer.toString(entries.size()));
        String currency = entries.isEmpty() ? "EUR" : entries.get(0).amount().currency();
        Money total = amount(line, said, currency);
        if (!counted || total.minor() != sum) {
            String found = entries.size() + " / " + rows + ", " + new Money(sum, currency) + " / " + said;
            throw new Refusal(Fault.TOTALS, where(line), found);
        }
        closed = true;
    }

    private Money amount(CsvLine line, String written, String currency) throws Refusal {
        boolean negative = written.startsWith("-");
        try {
            Currency.getInstance(currency);
            Money amount = CellReading.amount(negative ? written.substring(1) : written, currency)
                    .orElseThrow(() -> new Refusal(Fault.BAD_VALUE, where(line), written));
            return negative ? amount.negated() : amount;
        } catch (IllegalArgumentException unknownCurrency) {
            throw new Refusal(Fault.BAD_VALUE, where(line), currency);
        }
    }

    private String cell(CsvCells cells, String heading) {
        Integer place = places.get(heading);
        return place == null ? "" : cells.values().get(place).strip();
    }

    private static String where(CsvLine line) {
        return Integer.toString(line.number());
    }
}
