package org.fairlead.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into lines without ever holding more than one, and of an endless one only its beginning: what stands in
 * front of every parser that could be made to swallow a whole file by one stray quote.
 */
public final class CsvLines {

    /** No honest row is longer; the rest of such a line is passed over. */
    static final int LONGEST = 64 * 1024;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] chunk = new byte[64 * 1024];
    private final byte[] line = new byte[LONGEST];
    private final CharsetDecoder strict = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    private int at;
    private int end;
    private int number;
    private long bytes;

    public CsvLines(InputStream in) {
        this.in = in;
    }

    /** How much of the file is read. */
    public long bytes() {
        return bytes - (end - at);
    }

    public @Nullable CsvLine next() throws IOException {
        int length = 0;
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            byte b = chunk[at++];
            if (b == '\n') {
                return line(length, tooLong);
            }
            if (length < LONGEST) {
                line[length++] = b;
            } else {
                tooLong = true;
            }
        }
        return any ? line(length, tooLong) : null;
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(chunk));
            bytes += end;
        }
        return end > 0;
    }

    private CsvLine line(int length, boolean tooLong) {
        number++;
        int from = number == 1 && startsWithMark(length) ? UTF_8_MARK.length : 0;
        int to = length > from && line[length - 1] == '\r' ? length - 1 : length;
        ByteBuffer read = ByteBuffer.wrap(line, from, to - from);
        try {
            return new CsvLine(number, strict.decode(read).toString(), tooLong, false);
        } catch (CharacterCodingException e) {
            String replaced = new String(line, from, to - from, StandardCharsets.UTF_8);
            return new CsvLine(number, replaced, tooLong, !tooLong);
        }
    }

    private boolean startsWithMark(int length) {
        return length >= UTF_8_MARK.length
                && Arrays.equals(line, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length);
    }
}
