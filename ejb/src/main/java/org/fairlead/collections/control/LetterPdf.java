package org.fairlead.collections.control;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A letter on pages of A4. Lines are broken as they are written and turned round afterwards as Unicode says; Arabic letters
 * are joined before they are drawn, because the font's joined forms have places of their own.
 */
public final class LetterPdf {

    /** Latin, Turkish, Cyrillic and Arabic letters in one font, under its own free licence. */
    private static final String FONT = "/org/fairlead/collections/DejaVuSans.ttf";

    private static final float MARGIN = 64;
    private static final float SIZE = 10.5f;
    private static final float LEADING = 15;
    private static final float EM = 1_000;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPageContentStream content;
    private float y;

    private LetterPdf(String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        try (InputStream letters = Objects.requireNonNull(LetterPdf.class.getResourceAsStream(FONT), FONT)) {
            font = PDType0Font.load(document, letters, true);
        }
        content = page();
    }

    /** @param head who writes, to whom, and when: a line each */
    public static byte[] of(List<String> head, String subject, String body) {
        try {
            LetterPdf letter = new LetterPdf(subject);
            try (PDDocument document = letter.document) {
                head.forEach(letter::paragraph);
                letter.paragraph("");
                letter.paragraph(subject);
                letter.paragraph("");
                body.lines().forEach(letter::paragraph);
                letter.content.close();
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private void paragraph(String text) {
        boolean fromTheRight = Bidi.getBaseDirection(text) == Bidi.RTL;
        try {
            for (String line : broken(drawable(text))) {
                draw(visual(line, fromTheRight), fromTheRight);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(String line, boolean fromTheRight) throws IOException {
        if (y - LEADING < MARGIN) {
            content.close();
            content = page();
        }
        y -= LEADING;
        if (line.isEmpty()) {
            return;
        }
        float x = fromTheRight ? MARGIN + WIDTH - width(line) : MARGIN;
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(x, y);
        content.showText(line);
        content.endText();
    }

    /** The letters of one line in the order in which they are drawn, from the left. */
    static String visual(String line, boolean fromTheRight) {
        Bidi order = new Bidi(joined(line), fromTheRight ? Bidi.LEVEL_DEFAULT_RTL : Bidi.LEVEL_DEFAULT_LTR);
        return order.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
    }

    static String joined(String text) {
        try {
            return new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK).shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private List<String> broken(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(joined(longer)) > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String text) throws IOException {
        return font.getStringWidth(text) / EM * SIZE;
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
            font.encode(joined(letter));
            return true;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
