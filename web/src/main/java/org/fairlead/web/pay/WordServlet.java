package org.fairlead.web.pay;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.fairlead.collections.Heard;

/** Where a provider tells something, signed, without being logged in; it tells it again until it hears 2xx. */
abstract class WordServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 10_000;
    private static final int UNPROCESSABLE = 422;

    abstract Heard told(String body, String signature);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        String signature = Objects.requireNonNullElse(request.getHeader("X-Sandbox-Signature"), "");
        response.setStatus(
                switch (told(new String(body, StandardCharsets.UTF_8), signature)) {
                    case KEPT -> HttpServletResponse.SC_NO_CONTENT;
                    case FORGED -> HttpServletResponse.SC_FORBIDDEN;
                    case NOT_OURS -> UNPROCESSABLE;
                });
    }
}
