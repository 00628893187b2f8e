package org.fairlead.web.shell;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The address without a page: leads everybody to the page where their day begins. */
@WebServlet({"", "/go"})
public class HomeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Navigation navigation;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            // no pattern protects the bare root alone, and one for all would protect the style sheets too
            response.sendRedirect(request.getContextPath() + "/go");
            return;
        }
        Optional<Navigation.Place> home = navigation.home();
        if (home.isPresent()) {
            response.sendRedirect(request.getContextPath() + home.get().getPath());
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
