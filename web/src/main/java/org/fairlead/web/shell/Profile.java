package org.fairlead.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonView;
import org.fairlead.shared.Refused;

/** Whoever is logged in, as far as every page needs it; read once a session, because it seldom changes. */
@SessionScoped
public class Profile implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Clients clients;

    private boolean known = true;
    private String name = "";
    private String language = "";
    private String siteName = "";
    private String zone = "UTC";

    @PostConstruct
    void read() {
        PersonView me;
        try {
            me = clients.me();
        } catch (Refused notWorkingHere) {
            // an account that was switched off, or one that is nobody's: pages say "not allowed" without a name
            known = false;
            return;
        }
        name = me.name();
        language = me.language();
        siteName = me.site().name();
        zone = me.site().timeZone().getId();
    }

    /** False for a log-in that is no active person of this installation. */
    public boolean known() {
        return known;
    }

    public String name() {
        return name;
    }

    public String language() {
        return language;
    }

    public String siteName() {
        return siteName;
    }

    /** Time zone of the site. */
    public String zone() {
        return zone;
    }
}
