package org.fairlead.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** For whoever writes a client of the API, hence in English. */
@Provider
public class MalformedRequests implements ExceptionMapper<Malformed> {

    @Override
    public Response toResponse(Malformed malformed) {
        return Fault.response(400, "malformed", String.valueOf(malformed.getMessage()));
    }
}
