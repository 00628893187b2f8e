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
import java.util.Map;
import java.util.Optional;
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
import org.fairlead.collections.control.TakeCardPayment.Heard;
import org.fairlead.collections.control.TakeCardPayment.Silent;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.Outreach;
import org.fairlead.security.Audit;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

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

    @Inject
    private Audit audit;

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

    /** A card payment of which nothing was heard; empty when none waits. Committed before the provider is asked. */
    public Optional<Silent> silentCard(ClientId client) {
        return inCards(client, cards -> cards.next(client));
    }

    /** @return false while the payment provider is away */
    public boolean askForCard(ClientId client, Silent one) {
        return inCards(client, cards -> {
            Heard heard = cards.ask(client, one);
            heard.news()
                    .forEach(word -> audit.record(
                            client,
                            "card.told",
                            one.order().toString(),
                            Map.of(
                                    "kind",
                                    word.kind().name(),
                                    "amount",
                                    word.amount().toString(),
                                    "asked",
                                    "true")));
            return heard.answered();
        });
    }

    private <T> T inCards(ClientId client, Function<TakeCardPayment, T> work) {
        scope.enter("card payments", Set.of(client));
        return Sql.in(database, "card payments", c -> {
            PaymentTools tools = new PaymentTools(stops, leads, provider.name(), clock.instant());
            return work.apply(new TakeCardPayment(c, provider, tools));
        });
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
