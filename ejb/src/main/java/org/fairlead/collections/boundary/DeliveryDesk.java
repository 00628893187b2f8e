package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.fairlead.collections.DeliveryDoors;
import org.fairlead.collections.Heard;
import org.fairlead.collections.control.DeliveryPort;
import org.fairlead.collections.control.DeliveryWord;
import org.fairlead.collections.control.TakeDelivery;
import org.fairlead.collections.control.Taken;
import org.fairlead.security.Audit;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Providers of messages: nobody is logged in, and a signature says which client's message it is about. */
@Stateless
@Local(DeliveryDoors.class)
@PermitAll
public class DeliveryDesk implements DeliveryDoors {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private SystemScope scope;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private DeliveryPort port;

    @Override
    public Heard told(String body, String signature) {
        if (!port.hears(body, signature, clock.instant())) {
            LOG.warn("FL5118 somebody who is no provider of messages told of one; nothing was changed");
            return Heard.FORGED;
        }
        Optional<DeliveryWord> said = port.read(body);
        if (said.isEmpty()) {
            return Heard.NOT_OURS;
        }
        DeliveryWord word = said.get();
        scope.enter("delivery of a message", Set.of(word.client()));
        return Sql.in(database, "deliveries", c -> {
            Taken taken = new TakeDelivery(c, clock.instant()).take(word);
            if (taken != Taken.NEW) {
                return taken == Taken.KNOWN ? Heard.KEPT : Heard.NOT_OURS;
            }
            audit.record(
                    word.client(),
                    "letter.delivery",
                    word.message().toString(),
                    Map.of("arrived", Boolean.toString(word.arrived()), "code", word.code()));
            return Heard.KEPT;
        });
    }
}
