package org.fairlead.web.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fairlead.collections.Remittances.Line;
import org.fairlead.collections.Remittances.RemittanceView;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;

class StatementPdfTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void everyPaymentAndItsSumStandOnThePages() throws IOException {
        List<Line> lines = IntStream.range(0, 1_200)
                .mapToObj(i -> new Line(
                        "AK-" + i,
                        "Ayşe Yıldız",
                        DAY,
                        new BigDecimal("10.50"),
                        new BigDecimal("1.05"),
                        i == 7 ? DAY : null))
                .toList();

        String text = drawn(lines);

        assertThat(text).contains("AK-0", "AK-1199", "Anadolu Kart", "12.600,00", "1.260,00", "1.200");
    }

    @Test
    void aRemittanceWithoutPaymentsIsStillAStatement() throws IOException {
        assertThat(drawn(List.of())).contains("Anadolu Kart");
    }

    private static String drawn(List<Line> lines) throws IOException {
        RemittanceView view = new RemittanceView(
                new ClientId(2),
                new UUID(0, 1),
                new UUID(0, 2),
                "TRY",
                DAY,
                "NET",
                new BigDecimal("12600.00"),
                BigDecimal.ZERO,
                new BigDecimal("1260.00"),
                new BigDecimal("11340.00"),
                BigDecimal.ZERO,
                Instant.parse("2026-11-22T09:00:00Z"),
                "bora");
        byte[] pdf = new StatementPdf(Words.in(TURKISH), new Formats(TURKISH, ZoneOffset.UTC))
                .of(
                        new StatementPdf.About("Fairlead", "Anadolu Kart", "Kart, 1-90 gün"),
                        view,
                        (first, most) -> lines.stream().skip(first).limit(most).toList());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }
}
