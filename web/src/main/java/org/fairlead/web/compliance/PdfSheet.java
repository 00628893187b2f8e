package org.fairlead.web.compliance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Lines of text on pages of A4, broken where they are too long, with the letters of every language of the console. */
final class PdfSheet implements AutoCloseable {

    /** It comes with PDFBox under the SIL licence and knows Latin, Turkish and Cyrillic letters. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float MARGIN = 50;
    private static final float LEADING = 1.35f;
    private static final float EM = 1_000;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPageContentStream content;
    private float y;

    PdfSheet(String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        try (InputStream letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            font = PDType0Font.load(document, letters, true);
        }
        content = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    /** Text in one size, as many lines as it takes. */
    void text(String text, float size, float indent) throws IOException {
        for (String line : broken(drawable(text), size, PDRectangle.A4.getWidth() - 2 * MARGIN - indent)) {
            if (y - size * LEADING < MARGIN) {
                content.close();
                content = page();
            }
            y -= size * LEADING;
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(MARGIN + indent, y);
            content.showText(line);
            content.endText();
        }
    }

    void gap(float height) {
        y -= height;
    }

    byte[] bytes() throws IOException {
        content.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private List<String> broken(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            for (String part : parts(word, size, width)) {
                String longer = line.isEmpty() ? part : line + " " + part;
                if (!line.isEmpty() && width(longer, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(part);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word that is wider than the page, in pieces. */
    private List<String> parts(String word, float size, float width) throws IOException {
        if (width(word, size) <= width) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        int most = Math.max(1, (int) (width / size));
        for (int i = 0; i < word.length(); i += most) {
            parts.add(word.substring(i, Math.min(word.length(), i + most)));
        }
        return parts;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / EM * size;
    }

    /** What the font cannot draw is shown as a question mark instead of failing the letter. */
    private String drawable(String text) {
        StringBuilder drawn = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String one = Character.isISOControl(letter) ? " " : Character.toString(letter);
            drawn.append(known(one) ? one : "?");
        });
        return drawn.toString();
    }

    private boolean known(String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
