package org.fairlead.web.shell;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.fairlead.routing.Desk;
import org.fairlead.security.Roles;
import org.fairlead.web.live.DeskSessions;

/**
 * Ends the desk session, then both log-in sides: {@code logout} tells Keycloak, which ends its session; then ours goes. POST alone, so that no link
 * and no image of another site logs anybody out.
 */
@WebServlet("/log-out")
public class LogOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient DeskSessions deskSessions;

    @EJB
    private transient Desk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.isUserInRole(Roles.AGENT)) {
            deskSessions.session(request.getUserPrincipal().getName()).ifPresent(desk::leave);
        }
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(request.getContextPath() + "/");
    }
}
