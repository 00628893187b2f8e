package org.fairlead.web.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.fairlead.shared.Json;

/**
 * What went wrong, for a programme and for a person.
 *
 * @param error a key that does not change
 * @param message in the caller's language
 */
record Fault(String error, String message) {

    static Response response(int status, String error, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(Json.write(new Fault(error, message)))
                .build();
    }
}
