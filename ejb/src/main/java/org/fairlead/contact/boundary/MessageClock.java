package org.fairlead.contact.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.fairlead.contact.control.MessageAges;
import org.fairlead.security.AllClients;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has messages deleted whose days are over, client by client. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class MessageClock {

    private static final Logger LOG = LoggerFactory.getLogger(MessageClock.class);

    @Inject
    @AllClients
    private DataSource allClients;

    @EJB
    private MessageTidying tidying;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "23", second = "17", persistent = false, info = "messages")
    void look() {
        List<ClientId> due = Sql.in(allClients, "messages' ages", c -> MessageAges.withOld(c, clock.instant()));
        for (ClientId client : due) {
            try {
                while (tidying.deleteSome(client)) {
                    LOG.debug("more messages of client {} are to go", client);
                }
            } catch (RuntimeException e) {
                LOG.error("FL5201 old messages of client {} are still there; the next try is in an hour", client, e);
            }
        }
    }
}
