package org.fairlead.web.voice;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.fairlead.security.Roles;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.DeskTelephones;
import org.fairlead.telephony.DeskTelephones.Account;
import org.fairlead.telephony.DeskTelephones.Credentials;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** A person's desk telephone, beside their chain. The password is in this one answer and nowhere afterwards. */
@Named
@ViewScoped
public class TelephonePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String GIVEN = TelephonePage.class.getName() + ".given";

    @EJB
    private transient DeskTelephones telephones;

    @Inject
    private ForwardingPage of;

    @Inject
    private FacesContext faces;

    @Inject
    private Viewer viewer;

    @Inject
    private Notices notices;

    public void issue() {
        try {
            Credentials fresh = telephones.issue(Address.uuid(of.getOfParam()));
            faces.getExternalContext().getRequestMap().put(GIVEN, fresh);
            notices.done("voice.telephone.issued");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public void revoke() {
        try {
            telephones.revoke(Address.uuid(of.getOfParam()));
            notices.done("voice.telephone.revoked");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public @Nullable Account getAccount() {
        return telephones.of(Address.uuid(of.getOfParam())).orElse(null);
    }

    /** What was given in this very request; the next one knows it no more. */
    public @Nullable Credentials getGiven() {
        return (Credentials) faces.getExternalContext().getRequestMap().get(GIVEN);
    }

    public boolean isMayGive() {
        return viewer.has(Roles.BPO_ADMIN);
    }
}
