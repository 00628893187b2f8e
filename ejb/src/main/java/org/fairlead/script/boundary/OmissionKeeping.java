package org.fairlead.script.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.fairlead.script.control.KeepOmissions;
import org.fairlead.script.control.KeepOmissions.Left;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.ClientId;

/** Keeps, in the scope of one client, what agents left out who did not close their contacts. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class OmissionKeeping {

    private static final String WORK = "scripts";

    @Inject
    private SystemScope scope;

    @Inject
    private KeepOmissions omissions;

    public void keep(ClientId client, List<Left> contacts) {
        scope.enter(WORK, Set.of(client));
        omissions.keepOfClosed(client, contacts);
    }
}
