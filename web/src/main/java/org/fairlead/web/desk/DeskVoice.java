package org.fairlead.web.desk;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.fairlead.routing.VoiceLines;
import org.fairlead.security.Roles;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Whether this page has a telephone, and where its voice comes from. */
@Named
@RequestScoped
public class DeskVoice {

    private static final String DESK = "/desk.xhtml";

    @Inject
    private HttpServletRequest request;

    @EJB
    private VoiceLines lines;

    private @Nullable String address;

    /** The engine's address; empty on every other page, for everybody else, and at sites without one. */
    public String getAddress() {
        String known = address;
        if (known == null) {
            known = DESK.equals(request.getServletPath()) && request.isUserInRole(Roles.AGENT) ? asked() : "";
            address = known;
        }
        return known;
    }

    /** The one address beside our own to which this page may connect, as a part of its security policy. */
    public String getSource() {
        return getAddress().isEmpty() ? "" : " " + getAddress();
    }

    private String asked() {
        try {
            return lines.address().orElse("");
        } catch (NotFound | Refused nobody) {
            return "";
        }
    }
}
