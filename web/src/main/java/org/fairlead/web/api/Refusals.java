package org.fairlead.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.fairlead.i18n.Words;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;

/** A rule said no: 409, with the reason in the caller's language. */
@Provider
public class Refusals implements ExceptionMapper<Refused> {

    @Inject
    private Viewer viewer;

    @Override
    public Response toResponse(Refused refused) {
        return Fault.response(409, refused.key(), message(viewer.getWords(), refused));
    }

    static String message(Words words, Refused refused) {
        String key = "refused." + refused.key();
        return words.has(key) ? words.format(key, refused.arguments().toArray()) : words.get("refused.unexpected");
    }
}
