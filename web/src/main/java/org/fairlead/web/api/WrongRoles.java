package org.fairlead.web.api;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.fairlead.web.shell.Viewer;

/** The facade does not serve this role: 403. */
@Provider
public class WrongRoles implements ExceptionMapper<EJBAccessException> {

    @Inject
    private Viewer viewer;

    @Override
    public Response toResponse(EJBAccessException wrong) {
        return Fault.response(403, "role", viewer.getWords().get("common.forbidden.title"));
    }
}
