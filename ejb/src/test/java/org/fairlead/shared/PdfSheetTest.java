package org.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fairlead.shared.PdfSheet.Column;
import org.junit.jupiter.api.Test;

class PdfSheetTest {

    @Test
    void arabicLettersAreJoinedAndRunFromTheRight() {
        // بيت: its letters in their initial, medial and final forms, and turned round to be drawn from the left
        assertThat(PdfSheet.joined("بيت")).isEqualTo("\uFE91\uFEF4\uFE96");
        assertThat(PdfSheet.visual("بيت", true)).isEqualTo("\uFE96\uFEF4\uFE91");
        // lam and alef are one sign
        assertThat(PdfSheet.joined("لا")).isEqualTo("\uFEFB");
        // a broken line that begins with a foreign word still runs from the right
        assertThat(PdfSheet.visual("12,50 TRY (دين 318)", true))
                .startsWith("(318 ")
                .endsWith("TRY 12,50");
        // numbers keep their order within
        assertThat(PdfSheet.visual("دين 123", true)).startsWith("123 ");
    }

    @Test
    void rowsOfATableStayTogetherOverPages() throws IOException {
        List<Column> columns = List.of(new Column(0.3f, false), new Column(0.4f, false), new Column(0.3f, true));
        String long1 = IntStream.range(0, 30).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

        try (PdfSheet sheet = new PdfSheet("t", 50)) {
            for (int i = 0; i < 100; i++) {
                sheet.row(columns, 9, List.of("r" + i, i % 7 == 0 ? long1 : "Ayşe Öz", i + ",00"));
            }
            sheet.rule();
            byte[] pdf = sheet.bytes();

            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isGreaterThan(1);
                assertThat(new PDFTextStripper().getText(document)).contains("r99", "99,00", "w29");
            }
        }
    }
}
