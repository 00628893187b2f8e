package org.fairlead.script.boundary;

import static org.fairlead.security.Roles.AGENT;
import static org.fairlead.security.Roles.BPO_ADMIN;
import static org.fairlead.security.Roles.COMPLIANCE_OFFICER;
import static org.fairlead.security.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.fairlead.script.Omissions;
import org.fairlead.script.control.KeepOmissions;
import org.fairlead.security.ClientScoped;

/** What was not read: kept when the agent closes, shown to those who answer for it. */
@Stateless
@Local(Omissions.class)
@ClientScoped
@RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR, BPO_ADMIN})
public class OmissionsFacade implements Omissions {

    @Inject
    private KeepOmissions omissions;

    @Override
    @RolesAllowed(AGENT)
    public void keep(UUID contactId) {
        omissions.keep(contactId);
    }

    @Override
    public List<Omission> lately(String language, int most) {
        return omissions.lately(language, most);
    }
}
