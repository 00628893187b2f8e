package org.fairlead.web.compliance;

import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.i18n.Words;

/** A rule's no in the reader's language; a code that nobody has put into words yet shows itself. */
final class Denials {

    private static final String PREFIX = "compliance.denial.";

    private Denials() {}

    static String words(Words words, Denial denial) {
        String kind = PREFIX + denial.kind();
        String head = words.has(kind) ? words.get(kind) : denial.kind();
        String detail = PREFIX + denial.code() + ".detail";
        return words.has(detail) && !denial.params().isEmpty()
                ? head + ": " + words.format(detail, denial.params().toArray())
                : head;
    }
}
