package org.fairlead.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The integration API's OpenAPI document; open to everybody, since it tells nothing of anybody. */
@Path("/v1/openapi.json")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class ApiDescriptionResource {

    @GET
    public String description() throws IOException {
        try (InputStream document = ApiDescriptionResource.class.getResourceAsStream("openapi.json")) {
            if (document == null) {
                throw new IOException("the API's description is missing");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
