package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.Postbox;
import org.fairlead.collections.control.CardLinks;
import org.fairlead.collections.control.CardOrders;
import org.fairlead.collections.control.CardOrders.Made;
import org.fairlead.collections.control.CardOrders.Wish;
import org.fairlead.collections.control.DebtFile;
import org.fairlead.collections.control.SendMessages;
import org.fairlead.compliance.Outreach;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.fairlead.shared.Sql;

/**
 * The steps of asking for a payment by card, each in a transaction of its own: no money is taken of which our books know
 * nothing, whatever fails later. Whose debt it is was checked by who calls.
 */
@Stateless
@LocalBean
@ClientScoped
@RolesAllowed(Roles.AGENT)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CardSteps {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Outreach outreach;

    @Inject
    private Postbox postbox;

    @Inject
    private PaymentProvider provider;

    @Inject
    private CardLinks links;

    /** @return the order; a link is on its way already */
    public UUID ask(DebtFile debt, Wish wish) {
        return Sql.in(database, "card payments", c -> {
            Made made = new CardOrders(c, provider, links, clock.instant()).begin(debt, wish);
            UUID message = made.message();
            if (message != null) {
                new SendMessages(c, outreach, postbox, clock.instant()).now(debt.client(), message);
            }
            audit.record(
                    debt.client(),
                    "card.asked",
                    made.order().toString(),
                    Map.of(
                            "debt",
                            debt.debtId().toString(),
                            "amount",
                            wish.amount().toString(),
                            "way",
                            wish.way().name()));
            return made.order();
        });
    }

    /** @throws org.fairlead.shared.Refused {@code card.provider}: the order stays, and the same wish is the same order */
    public void ring(DebtFile debt, UUID order) {
        Sql.in(database, "card payments", c -> {
            new CardOrders(c, provider, links, clock.instant()).ring(debt, order);
            return order;
        });
    }
}
