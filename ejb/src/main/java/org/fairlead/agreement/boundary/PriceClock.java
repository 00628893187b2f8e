package org.fairlead.agreement.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.TodaysLevels;
import org.fairlead.agreement.control.CreditReader;
import org.fairlead.agreement.entity.BlendBook;
import org.fairlead.agreement.entity.CreditPrices;
import org.fairlead.routing.Blend;
import org.fairlead.routing.EngineView;
import org.fairlead.routing.MissPrices;
import org.fairlead.security.AllClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Twice a minute tells the distributor what one more missed contact costs under each agreement, and which programmes
 * need their agents for calls.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PriceClock {

    private static final Logger LOG = LoggerFactory.getLogger(PriceClock.class);

    @Inject
    @AllClients
    private DataSource allClients;

    @Inject
    private TodaysLevels levels;

    @Inject
    private MissPrices prices;

    @Inject
    private Blend blend;

    @Inject
    private EngineView engine;

    @Inject
    private Clock clock;

    private final BlendBook book = new BlendBook();

    /** What fails is told and tried again; until then the last prices hold. */
    @Schedule(hour = "*", minute = "*", second = "20,50", persistent = false, info = "prices")
    void price() {
        if (!engine.here()) {
            return;
        }
        try (Connection connection = allClients.getConnection()) {
            List<ServiceLevelDay> days = levels.upToDate();
            prices.hold(CreditPrices.of(
                    days, CreditReader.schemes(connection), CreditReader.rest(connection, days, clock.instant())));
            blend.keep(book.look(days, CreditReader.blending(connection), clock.instant()));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("FL6101 what a miss costs could not be reckoned; the last prices hold", e);
        }
    }
}
