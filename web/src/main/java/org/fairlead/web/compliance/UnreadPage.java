package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.fairlead.script.Omissions;
import org.fairlead.script.Omissions.Omission;
import org.fairlead.security.Roles;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** Mandatory words that were not read to customers lately. */
@Named
@RequestScoped
public class UnreadPage {

    private static final int MOST = 20;

    @EJB
    private Omissions omissions;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Omission> read;

    /** For pages that others open too: only who answers for what agents say is shown what they left out. */
    public boolean isShown() {
        return request.isUserInRole(Roles.SUPERVISOR)
                || request.isUserInRole(Roles.COMPLIANCE_OFFICER)
                || request.isUserInRole(Roles.BPO_ADMIN);
    }

    public List<Omission> getLately() {
        List<Omission> known = read;
        if (known == null) {
            known = omissions.lately(viewer.getLanguage().tag(), MOST);
            read = known;
        }
        return known;
    }
}
