package org.fairlead.web.pay;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.fairlead.collections.DeliveryDoors;

/** Where providers of messages tell what became of one; they tell it again until they hear 2xx. */
@WebServlet("/messages-told")
public class MessagesToldServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 10_000;
    private static final int UNPROCESSABLE = 422;

    @EJB
    private transient DeliveryDoors deliveries;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        String signature = Objects.requireNonNullElse(request.getHeader("X-Sandbox-Signature"), "");
        response.setStatus(
                switch (deliveries.told(new String(body, StandardCharsets.UTF_8), signature)) {
                    case KEPT -> HttpServletResponse.SC_NO_CONTENT;
                    case FORGED -> HttpServletResponse.SC_FORBIDDEN;
                    case NOT_OURS -> UNPROCESSABLE;
                });
    }
}
