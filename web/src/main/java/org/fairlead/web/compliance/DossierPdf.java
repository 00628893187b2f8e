package org.fairlead.web.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.fairlead.compliance.Evidence.Attempt;
import org.fairlead.compliance.Evidence.Dossier;
import org.fairlead.compliance.Evidence.Event;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.Hold;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;
import org.fairlead.shared.PdfSheet;

/** A dossier as a letter to print, in the reader's language; what is signed is the file beside it. */
final class DossierPdf {

    private static final float MARGIN = 50;
    private static final float TITLE = 15;
    private static final float HEADING = 11;
    private static final float TEXT = 9;
    private static final float INDENT = 12;

    private final Words words;
    private final Formats formats;
    private final DossierWords lines;

    DossierPdf(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
        lines = new DossierWords(words, formats);
    }

    byte[] of(Dossier dossier) {
        String title = words.get("compliance.evidence.person") + ": " + dossier.number();
        try (PdfSheet sheet = new PdfSheet(title, MARGIN)) {
            sheet.text(title, TITLE, 0);
            sheet.text(formats.dateTime(dossier.made()) + " " + formats.zoneName() + " · " + dossier.by(), TEXT, 0);
            sheet.text(words.get("compliance.evidence.print.text"), TEXT, 0);
            sheet.text(words.get("compliance.evidence.lists") + ": " + lines.lists(dossier.lists()), TEXT, 0);
            said(sheet, dossier);
            done(sheet, dossier);
            return sheet.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the dossier cannot be drawn", e);
        }
    }

    private void said(PdfSheet sheet, Dossier dossier) throws IOException {
        heading(sheet, "compliance.wishes");
        if (dossier.consents().isEmpty() && dossier.holds().isEmpty()) {
            sheet.text(words.get("common.none"), TEXT, 0);
        }
        for (Consent word : dossier.consents()) {
            sheet.text(lines.consent(word), TEXT, 0);
        }
        for (Hold hold : dossier.holds()) {
            sheet.text(lines.hold(hold), TEXT, 0);
        }
    }

    private void done(PdfSheet sheet, Dossier dossier) throws IOException {
        heading(sheet, "compliance.evidence.tries");
        if (dossier.attempts().isEmpty() && dossier.events().isEmpty()) {
            sheet.text(words.get("common.none"), TEXT, 0);
        }
        for (Attempt attempt : dossier.attempts()) {
            String verdict = words.get(attempt.allowed() ? "compliance.allowed" : "compliance.denied");
            line(sheet, formats.dateTime(attempt.at()), attempt.number(), attempt.campaign(), verdict);
            for (Denial denial : attempt.verdict().denials()) {
                String why = new Denials(words, formats).full(denial) + " (" + denial.rule() + ", " + denial.citation()
                        + ")";
                sheet.text(why, TEXT, INDENT);
            }
            sheet.text(String.join(", ", attempt.verdict().rules()), TEXT - 2, INDENT);
        }
        for (Event event : dossier.events()) {
            sheet.text(lines.event(event), TEXT, 0);
        }
    }

    private void heading(PdfSheet sheet, String key) throws IOException {
        sheet.gap(TEXT);
        sheet.text(words.get(key), HEADING, 0);
    }

    private static void line(PdfSheet sheet, String... parts) throws IOException {
        sheet.text(String.join(" · ", parts), TEXT, 0);
    }
}
