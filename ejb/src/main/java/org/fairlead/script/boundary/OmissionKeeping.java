package org.fairlead.script.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.fairlead.script.control.KeepOmissions;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.ClientId;

/** Keeps, in the scope of one client, what an agent left out who did not close the contact. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class OmissionKeeping {

    private static final String WORK = "scripts";

    @Inject
    private SystemScope scope;

    @Inject
    private KeepOmissions omissions;

    public void keep(ClientId client, UUID contact, UUID person, Instant closedAt) {
        scope.enter(WORK, Set.of(client));
        omissions.keepOfClosed(contact, person, closedAt);
    }
}
