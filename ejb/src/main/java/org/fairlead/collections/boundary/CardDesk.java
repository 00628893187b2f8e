package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.CardDoors;
import org.fairlead.collections.Heard;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.PaymentProvider.Word;
import org.fairlead.collections.control.CardLinks;
import org.fairlead.collections.control.CardOrders;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.TakeCardPayment;
import org.fairlead.collections.control.Taken;
import org.fairlead.collections.entity.LinkToken;
import org.fairlead.compliance.DebtStops;
import org.fairlead.security.Audit;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Debtors who open links, and the provider: nobody is logged in, and a signature says which client's order it is about. */
@Stateless
@Local(CardDoors.class)
@PermitAll
public class CardDesk implements CardDoors {

    private static final Logger LOG = LoggerFactory.getLogger(CardDesk.class);

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private SystemScope scope;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private DebtStops stops;

    @Inject
    private LeadOffers leads;

    @Inject
    private PaymentProvider provider;

    @Inject
    private CardLinks links;

    @Override
    public Link link(String token) {
        Optional<LinkToken> known = links.read(token);
        if (known.isEmpty()) {
            return new Link(false, null, null, provider.origin());
        }
        LinkToken said = known.get();
        return query(said.client(), c -> {
            CardOrders orders = orders(c);
            return orders.shown(said)
                    .map(one -> new Link(orders.mayOpen(said), one.language(), one.client(), provider.origin()))
                    .orElse(new Link(false, null, null, provider.origin()));
        });
    }

    @Override
    public URI open(String token) {
        LinkToken said = links.read(token).orElseThrow(() -> new Refused("card.link"));
        return query(said.client(), c -> {
            URI page = orders(c).open(said);
            audit.record(said.client(), "card.link.opened", said.order().toString(), Map.of());
            return page;
        });
    }

    @Override
    public Heard told(String body, String signature) {
        Optional<Word> heard = provider.heard(body, signature, clock.instant());
        if (heard.isEmpty()) {
            LOG.warn("FL5105 somebody who is not the payment provider told of a payment; nothing was changed");
            return Heard.FORGED;
        }
        Word word = heard.get();
        return query(word.reference().client(), c -> {
            PaymentTools tools = new PaymentTools(stops, leads, provider.name(), clock.instant());
            Taken taken = new TakeCardPayment(c, provider, tools).hear(word);
            if (taken != Taken.NEW) {
                return taken == Taken.KNOWN ? Heard.KEPT : Heard.NOT_OURS;
            }
            audit.record(
                    word.reference().client(),
                    "card.told",
                    word.reference().order().toString(),
                    Map.of("kind", word.kind().name(), "amount", word.amount().toString()));
            return Heard.KEPT;
        });
    }

    private CardOrders orders(Connection c) {
        return new CardOrders(c, provider, links, clock.instant());
    }

    private <T> T query(ClientId client, Function<Connection, T> work) {
        scope.enter("card payment", Set.of(client));
        return Sql.in(database, "card payments", work);
    }
}
