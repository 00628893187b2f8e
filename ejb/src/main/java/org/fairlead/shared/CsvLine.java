package org.fairlead.shared;

/**
 * One physical line of an uploaded file.
 *
 * @param number the first is 1
 * @param text as far as it could be read: undecodable bytes are U+FFFD, an endless line is cut
 * @param broken true when it held bytes that are not UTF-8
 */
public record CsvLine(int number, String text, boolean tooLong, boolean broken) {

    public boolean hasNul() {
        return text.indexOf('\0') >= 0;
    }

    public boolean isBlank() {
        return text.isBlank() && !tooLong && !broken && !hasNul();
    }
}
