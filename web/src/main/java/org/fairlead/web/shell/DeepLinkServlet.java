package org.fairlead.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads to a page with its query after the log-in. The server's log-in comes back to the path that was asked for and
 * forgets the query; so whoever has no session yet is sent here first, with the query as part of the path
 * (undertow-handlers.conf).
 */
@WebServlet("/to/*")
public class DeepLinkServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** A page of ours and nothing else, so that nobody is led astray. */
    private static final Pattern PAGE = Pattern.compile("/to(/[a-z-]+\\.xhtml)/(.+)");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> page = page(request.getRequestURI());
        if (page.isPresent()) {
            response.sendRedirect(page.get());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** @param uri as it was sent: nothing in it is decoded */
    static Optional<String> page(String uri) {
        Matcher matcher = PAGE.matcher(uri);
        return matcher.matches() ? Optional.of(matcher.group(1) + "?" + matcher.group(2)) : Optional.empty();
    }
}
