package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.Postbox;
import org.fairlead.collections.control.Night;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.SendMessages;
import org.fairlead.collections.control.TakeCardPayment;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.Outreach;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.ClientId;

/** The night's work in transactions of its own, in the scope of one client. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class NightChunks {

    /** A piece that was handed over must not be handed over again because another one failed. */
    private static final int AT_ONCE = 1;

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private SystemScope scope;

    @Inject
    private DebtStops stops;

    @Inject
    private LeadOffers leads;

    @Inject
    private Clock clock;

    @Inject
    private Outreach outreach;

    @Inject
    private Postbox postbox;

    @Inject
    private PaymentProvider provider;

    /** @return false when the step is finished for the client's present day */
    public boolean chunk(ClientId client, Kind kind) {
        return inNight(client, night -> night.chunk(kind));
    }

    /** @return whether more may wait */
    public boolean post(ClientId client) {
        scope.enter("collections post", Set.of(client));
        try (Connection c = database.getConnection()) {
            return new SendMessages(c, outreach, postbox, clock.instant()).round(client, AT_ONCE) == AT_ONCE;
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the post", e);
        }
    }

    /** What the payment provider's word was lost about. */
    public void cards(ClientId client) {
        scope.enter("card payments", Set.of(client));
        try (Connection c = database.getConnection()) {
            PaymentTools tools = new PaymentTools(stops, leads, provider.name(), clock.instant());
            new TakeCardPayment(c, provider, tools).look(client);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for card payments", e);
        }
    }

    public void again(ClientId client) {
        inNight(client, night -> {
            night.again();
            return true;
        });
    }

    private <T> T inNight(ClientId client, Function<Night, T> work) {
        scope.enter("collections night", Set.of(client));
        try (Connection c = database.getConnection()) {
            Instant now = clock.instant();
            ZoneId zone = PortfolioBook.zone(c, client);
            LocalDate day = now.atZone(zone).toLocalDate();
            return work.apply(new Night(c, client, day, new NightTools(stops, leads, zone, now)));
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the night's work", e);
        }
    }
}
