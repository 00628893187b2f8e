package org.fairlead.web.api;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.fairlead.web.shell.ForbiddenTrail;
import org.fairlead.web.shell.Viewer;

/** The facade does not serve this role: 403. */
@Provider
public class WrongRoles implements ExceptionMapper<EJBAccessException> {

    @Inject
    private Viewer viewer;

    @Inject
    private ForbiddenTrail trail;

    @Inject
    private HttpServletRequest request;

    @Override
    public Response toResponse(EJBAccessException wrong) {
        trail.record(request, request.getRequestURI(), request.getQueryString());
        return Fault.response(403, "role", viewer.getWords().get("common.forbidden.title"));
    }
}
