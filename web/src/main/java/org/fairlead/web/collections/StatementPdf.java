package org.fairlead.web.collections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.fairlead.collections.Remittances.Line;
import org.fairlead.collections.Remittances.RemittanceView;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;
import org.fairlead.shared.PdfSheet;
import org.fairlead.shared.PdfSheet.Column;

/** What was paid over to a client, to be printed: the sums and each payment behind them, in the reader's language. */
final class StatementPdf {

    private static final float MARGIN = 50;
    private static final float TITLE = 15;
    private static final float TEXT = 9;

    private static final List<Column> SUMS = List.of(new Column(0.6f, false), new Column(0.4f, true));

    private static final List<Column> LINES = List.of(
            new Column(0.2f, false),
            new Column(0.26f, false),
            new Column(0.13f, false),
            new Column(0.15f, true),
            new Column(0.13f, true),
            new Column(0.13f, false));

    private final Words words;
    private final Formats formats;

    StatementPdf(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** Who pays over what of which portfolio to whom. */
    record About(String house, String client, String portfolio) {}

    /** Payments from this one on; fewer than asked for at their end. */
    @FunctionalInterface
    interface Lines {
        List<Line> page(int first, int most);
    }

    byte[] of(About about, RemittanceView view, Lines lines) {
        String title = words.format("collections.remittance.until", formats.date(view.until()));
        try (PdfSheet sheet = new PdfSheet(title, MARGIN)) {
            sheet.text(about.house(), TEXT, 0);
            sheet.gap(TEXT);
            sheet.text(title, TITLE, 0);
            sheet.text(about.client() + " · " + about.portfolio(), TEXT, 0);
            sheet.text(
                    formats.dateTime(view.madeAt()) + " " + formats.zoneName() + " · " + view.madeBy() + " · "
                            + words.get("collections.remittance.mode." + view.mode()),
                    TEXT,
                    0);
            sheet.gap(TEXT);
            sum(sheet, "collections.remittance.collected", view.collected(), view);
            sum(sheet, "collections.remittance.repaid", view.repaid(), view);
            sum(sheet, "collections.remittance.fees", view.feesMoved(), view);
            sum(sheet, "collections.remittance.paid", view.paid(), view);
            sum(sheet, "collections.remittance.invoiced", view.invoiced(), view);
            sheet.gap(TEXT);
            lines(sheet, view, lines);
            return sheet.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the statement cannot be drawn", e);
        }
    }

    private void sum(PdfSheet sheet, String key, BigDecimal amount, RemittanceView view) throws IOException {
        sheet.row(SUMS, TEXT, List.of(words.get(key), formats.money(amount, view.currency())));
    }

    private void lines(PdfSheet sheet, RemittanceView view, Lines lines) throws IOException {
        sheet.row(
                LINES,
                TEXT,
                List.of(
                        words.get("collections.reference"),
                        words.get("collections.debtor"),
                        words.get("collections.payments.value.date"),
                        words.get("collections.amount"),
                        words.get("collections.remittance.fee"),
                        words.get("collections.remittance.returned")));
        sheet.rule();
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal fee = BigDecimal.ZERO;
        int first = 0;
        List<Line> some = lines.page(first, AT_ONCE);
        while (!some.isEmpty()) {
            for (Line one : some) {
                line(sheet, one, view.currency());
                amount = amount.add(one.amount());
                fee = fee.add(one.fee());
            }
            first += some.size();
            some = some.size() < AT_ONCE ? List.of() : lines.page(first, AT_ONCE);
        }
        sheet.rule();
        sheet.row(
                LINES,
                TEXT,
                List.of(
                        words.format("collections.statement.lines", first),
                        "",
                        "",
                        formats.money(amount, view.currency()),
                        formats.money(fee, view.currency()),
                        ""));
    }

    private static final int AT_ONCE = 500;

    private void line(PdfSheet sheet, Line one, String currency) throws IOException {
        sheet.row(
                LINES,
                TEXT,
                List.of(
                        one.debt(),
                        one.debtor(),
                        formats.date(one.valueDate()),
                        formats.money(one.amount(), currency),
                        formats.money(one.fee(), currency),
                        one.returnedOn() == null ? "" : formats.date(one.returnedOn())));
    }
}
