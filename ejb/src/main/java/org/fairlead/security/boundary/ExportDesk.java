package org.fairlead.security.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.ExportLog;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;

/** Who took which table out. */
@Stateless
@Local(ExportLog.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.COMPLIANCE_OFFICER})
public class ExportDesk implements ExportLog {

    @Inject
    private Audit audit;

    @Inject
    private CurrentCaller current;

    @Override
    public void leaves(ClientId client, String table, Map<String, String> filters) {
        boolean own = client.equals(ClientId.OUTSOURCER) || current.caller().serves(client);
        if (!own) {
            throw new NotFound("client " + client);
        }
        audit.record(client, "table.exported", table, filters);
    }
}
