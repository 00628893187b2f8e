package org.fairlead.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.fairlead.shared.NotFound;
import org.fairlead.web.shell.Viewer;

/** Not there, or not the caller's: 404, which says no more than that. */
@Provider
public class Absences implements ExceptionMapper<NotFound> {

    @Inject
    private Viewer viewer;

    @Override
    public Response toResponse(NotFound absent) {
        return Fault.response(404, "not-found", viewer.getWords().get("common.not.found.title"));
    }
}
