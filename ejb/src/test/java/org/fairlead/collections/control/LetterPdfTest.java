package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
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

    /** Drawn as a reader sees it; the picture lies in target for whoever wants to look. */
    @Test
    void anArabicLetterIsDrawnFromTheRight() throws IOException {
        byte[] pdf = LetterPdf.of(
                List.of("السيد أحمد خليل", "شارع أتاتورك 5", "35220 İzmir"),
                "بخصوص دينكم المتأخر: AK-K-100241",
                "السيد/السيدة أحمد خليل،\n\nبلغ دينكم رقم AK-K-100241 لدى Anadolu Kart بتاريخ 22.11.2026 مبلغ 12.813,95 TRY"
                        + " (الأصل 12.450,75 TRY، الفائدة 318,20 TRY، المصاريف 45,00 TRY).\n\nنرجو منكم السداد.");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 100);
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(page, "png", folder.resolve("letter-ar.png").toFile());

            assertThat(ink(page, page.getWidth() / 2, page.getWidth()))
                    .isGreaterThan(ink(page, 0, page.getWidth() / 2));
        }
    }

    private static int ink(BufferedImage page, int from, int to) {
        int dark = 0;
        for (int x = from; x < to; x++) {
            for (int y = 0; y < page.getHeight(); y++) {
                dark += (page.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return dark;
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
