package org.fairlead.contact.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.contact.control.MessageAges;
import org.fairlead.security.Audit;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Deletes one client's old messages, sound and row, a few in a transaction, and writes each down. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class MessageTidying {

    private static final int AT_ONCE = 100;

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private SystemScope scope;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** @return whether there may be more */
    public boolean deleteSome(ClientId client) {
        scope.enter("messages", Set.of(client));
        List<UUID> gone =
                Sql.in(database, "old messages", c -> MessageAges.delete(c, client, clock.instant(), AT_ONCE));
        for (UUID contact : gone) {
            audit.record(client, "voicemail.deleted", "contact " + contact, Map.of("why", "its days are over"));
        }
        return gone.size() == AT_ONCE;
    }
}
