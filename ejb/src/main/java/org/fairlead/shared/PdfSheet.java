package org.fairlead.shared;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
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

/**
 * Text and rows on pages of A4, for letters, statements and whatever else is printed. Lines are broken as they are written
 * and turned round afterwards as Unicode says; Arabic letters are joined before they are drawn, because the font's joined
 * forms have places of their own.
 */
public final class PdfSheet implements AutoCloseable {

    /** Latin, Turkish, Cyrillic and Arabic letters in one font, under its own free licence. */
    private static final String FONT = "/org/fairlead/collections/DejaVuSans.ttf";

    private static final float LEADING = 1.4f;
    private static final float GUTTER = 6;
    private static final float EM = 1_000;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final float margin;
    private PDPageContentStream content;
    private float y;

    /** @param margin in points, on every side */
    public PdfSheet(String title, float margin) throws IOException {
        this.margin = margin;
        document.getDocumentInformation().setTitle(title);
        try (InputStream letters = Objects.requireNonNull(PdfSheet.class.getResourceAsStream(FONT), FONT)) {
            font = PDType0Font.load(document, letters, true);
        }
        content = page();
    }

    /**
     * A column of a table.
     *
     * @param part of the page's width
     * @param right whether its cells end at its right, as numbers do
     */
    public record Column(float part, boolean right) {}

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - margin;
        return new PDPageContentStream(document, page);
    }

    private float width() {
        return PDRectangle.A4.getWidth() - 2 * margin;
    }

    /** Text in one size, as many lines as it takes; what reads from the right begins there. */
    public void text(String text, float size, float indent) throws IOException {
        text(text, size, indent, readsFromTheRight(text));
    }

    /** The same at one side, whatever it says: a town's Latin name in an Arabic letter stands with the others. */
    public void text(String text, float size, float indent, boolean atTheRight) throws IOException {
        boolean fromTheRight = readsFromTheRight(text);
        float room = width() - indent;
        for (String line : broken(drawable(text), size, room)) {
            down(size * LEADING);
            String drawn = visual(line, fromTheRight);
            float x = atTheRight ? margin + room - width(drawn, size) : margin + indent;
            draw(drawn, size, x, y);
        }
    }

    /** By the first letter that has a direction. */
    public static boolean readsFromTheRight(String text) {
        return Bidi.getBaseDirection(text) == Bidi.RTL;
    }

    /** One row of a table; a cell that is too long takes more lines, and the row stays together. */
    public void row(List<Column> columns, float size, List<String> cells) throws IOException {
        List<List<String>> broken = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            List<String> cell =
                    broken(drawable(cells.get(i)), size, columns.get(i).part() * width() - GUTTER);
            broken.add(cell);
            lines = Math.max(lines, cell.size());
        }
        down(size * LEADING * lines);
        float x = margin;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            for (int line = 0; line < broken.get(i).size(); line++) {
                String text = broken.get(i).get(line);
                boolean fromTheRight = readsFromTheRight(text);
                String drawn = visual(text, fromTheRight);
                float free = column.part() * width() - GUTTER - width(drawn, size);
                draw(
                        drawn,
                        size,
                        column.right() || fromTheRight ? x + free : x,
                        y + size * LEADING * (lines - 1 - line));
            }
            x += column.part() * width();
        }
    }

    /** A thin line over the page's width. */
    public void rule() throws IOException {
        down(GUTTER);
        content.setLineWidth(0.5f);
        content.moveTo(margin, y);
        content.lineTo(margin + width(), y);
        content.stroke();
    }

    public void gap(float height) {
        y -= height;
    }

    public byte[] bytes() throws IOException {
        content.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void down(float height) throws IOException {
        if (y - height < margin) {
            content.close();
            content = page();
        }
        y -= height;
    }

    private void draw(String line, float size, float x, float at) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, at);
        content.showText(line);
        content.endText();
    }

    /**
     * The letters of one line in the order in which they are drawn, from the left.
     *
     * @param fromTheRight of the whole paragraph: a line of it may begin with a foreign word
     */
    static String visual(String line, boolean fromTheRight) {
        Bidi order = new Bidi(joined(line), fromTheRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        return order.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
    }

    static String joined(String text) {
        try {
            return new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK).shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private List<String> broken(String text, float size, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            for (String part : parts(word, size, room)) {
                String longer = line.isEmpty() ? part : line + " " + part;
                if (!line.isEmpty() && width(joined(longer), size) > room) {
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

    /** A word that is wider than its room, in pieces. */
    private List<String> parts(String word, float size, float room) throws IOException {
        if (width(joined(word), size) <= room) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        int most = Math.max(1, (int) (room / size));
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
            font.encode(joined(letter));
            return true;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
