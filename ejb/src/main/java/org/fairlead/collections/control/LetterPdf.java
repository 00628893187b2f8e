package org.fairlead.collections.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.fairlead.shared.PdfSheet;

/** A letter on pages of A4. */
public final class LetterPdf {

    private static final float MARGIN = 64;
    private static final float SIZE = 10.5f;

    private LetterPdf() {}

    /** @param head who writes, to whom, and when: a line each */
    public static byte[] of(List<String> head, String subject, String body) {
        try (PdfSheet sheet = new PdfSheet(subject, MARGIN)) {
            boolean right = PdfSheet.readsFromTheRight(body);
            for (String line : head) {
                sheet.text(line, SIZE, 0, right);
            }
            sheet.text("", SIZE, 0);
            sheet.text(subject, SIZE, 0, right);
            sheet.text("", SIZE, 0);
            for (String line : body.lines().toList()) {
                sheet.text(line, SIZE, 0, right);
            }
            return sheet.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
