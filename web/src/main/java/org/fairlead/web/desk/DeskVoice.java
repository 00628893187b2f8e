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
import org.fairlead.telephony.DeskTelephones;
import org.fairlead.telephony.DeskTelephones.Account;
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

    @EJB
    private DeskTelephones telephones;

    private @Nullable String address;

    /** The engine's address; empty on every other page, for everybody else, and at sites without one. */
    public String getAddress() {
        String known = address;
        if (known == null) {
            known = isDesk() ? asked() : "";
            address = known;
        }
        return known;
    }

    /** The caller's desk telephone; null on every other page, and where there is none. */
    public @Nullable Account getTelephone() {
        if (!isDesk()) {
            return null;
        }
        try {
            return telephones.mine().orElse(null);
        } catch (NotFound | Refused nobody) {
            return null;
        }
    }

    /** Whether this page has anything to say of telephones. */
    public boolean isThere() {
        return !getAddress().isEmpty() || getTelephone() != null;
    }

    private boolean isDesk() {
        return DESK.equals(request.getServletPath()) && request.isUserInRole(Roles.AGENT);
    }

    /** The one address beside our own to which this page may connect, as a part of its security policy. */
    public String getSource() {
        return getAddress().isEmpty() ? "" : " " + getAddress();
    }

    private String asked() {
        try {
            return lines.address(request.isSecure()).orElse("");
        } catch (NotFound | Refused nobody) {
            return "";
        }
    }
}
