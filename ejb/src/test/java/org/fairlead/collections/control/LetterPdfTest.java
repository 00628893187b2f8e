package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterPdfTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sayın Ayşe Yıldız, 1.234,56 ₺ tutarındaki borcunuz gecikmiştir. İğüşöç",
                "Gentile cliente, l’importo di 1.234,56 € è dovuto entro venerdì. Perché così?",
                "Уважаемая Ольга Ким, просим оплатить 1 234,56 ₽ до пятницы. Ёлка, подъезд."
            })
    void everyLetterOfTheConsolesLanguagesIsThere(String text) throws IOException {
        assertThat(words(LetterPdf.of(List.of("A. B."), "X", text))).contains(text.replace('\u00a0', ' '));
    }

    @Test
    void anArabicLetterHasAllItsSigns() throws IOException {
        byte[] pdf = LetterPdf.of(
                List.of("السيد أحمد"), "إشعار", "عزيزنا العميل، نرجو سداد المبلغ المستحق 1,234.56 قبل يوم الجمعة.");

        assertThat(words(pdf)).doesNotContain("?");
    }

    @Test
    void longTextsBreakOverLinesAndPages() throws IOException {
        byte[] pdf = LetterPdf.of(List.of("A"), "B", ("word ".repeat(200) + "\n\n").repeat(12));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s+", " ")
                    .replace('\u00a0', ' ');
        }
    }
}
