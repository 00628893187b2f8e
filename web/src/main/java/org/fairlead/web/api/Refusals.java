package org.fairlead.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import org.fairlead.compliance.Verdict;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;
import org.fairlead.shared.Refused;
import org.fairlead.web.compliance.Denials;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Notices;

/** A rule said no: 409, with the reason in the caller's language. */
@Provider
public class Refusals implements ExceptionMapper<Refused> {

    @Inject
    private Viewer viewer;

    @Override
    public Response toResponse(Refused refused) {
        return Fault.response(409, refused.key(), message(viewer.getWords(), viewer.getFormats(), refused));
    }

    /** A refused attempt says why in words, and from when on it is allowed where that is known. */
    static String message(Words words, Formats formats, Refused refused) {
        return refused.arguments().stream()
                .filter(Verdict.class::isInstance)
                .map(Verdict.class::cast)
                .findFirst()
                .map(verdict -> denied(words, formats, verdict))
                .orElseGet(() -> plain(words, formats, refused));
    }

    private static String denied(Words words, Formats formats, Verdict verdict) {
        String why = new Denials(words, formats).full(verdict);
        Instant next = verdict.nextAllowed();
        return next == null
                ? words.format("refused.attempt.denied", why)
                : words.format("refused.attempt.denied.until", why, formats.dateTime(next));
    }

    private static String plain(Words words, Formats formats, Refused refused) {
        String key = "refused." + refused.key();
        return words.has(key)
                ? words.format(key, Notices.arguments(formats, refused))
                : words.get("refused.unexpected");
    }
}
