package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.collections.CardWay;
import org.fairlead.collections.Debtors;
import org.fairlead.collections.Hold;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.control.ArrangementBook;
import org.fairlead.collections.control.ArrangementBook.Author;
import org.fairlead.collections.control.ArrangementBook.Wish;
import org.fairlead.collections.control.CardLinks;
import org.fairlead.collections.control.CardOrders;
import org.fairlead.collections.control.CaseBook;
import org.fairlead.collections.control.ContactDebts;
import org.fairlead.collections.control.ContactDebts.AtHand;
import org.fairlead.collections.control.DebtFile;
import org.fairlead.collections.control.HoldBook;
import org.fairlead.collections.control.PromiseBook;
import org.fairlead.collections.control.PromiseBook.Word;
import org.fairlead.collections.entity.placement.CellReading;
import org.fairlead.compliance.DebtStops;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** The debtor of the contact at hand. */
@Stateless
@Local(Debtors.class)
@ClientScoped
@RolesAllowed(Roles.AGENT)
public class DebtorDesk implements Debtors {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private DebtStops stops;

    @Inject
    private PaymentProvider provider;

    @Inject
    private CardLinks links;

    @EJB
    private CardSteps cards;

    @Override
    public Optional<Debtor> ofContact(UUID contactId) {
        try (Connection c = database.getConnection()) {
            ContactDebts debts = debts(c, contactId);
            return debts.atHand().map(debts::show);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the debtor", e);
        }
    }

    @Override
    public Debtor check(UUID contactId, Map<Question, String> answers) {
        return inContact(contactId, (c, debts, who) -> {
            boolean passed = debts.check(who, answers, caller.caller().login());
            audit.record(
                    who.client(),
                    passed ? "debtor.check.passed" : "debtor.check.failed",
                    who.customer().toString(),
                    Map.of("contact", contactId.toString()));
        });
    }

    @Override
    public Debtor promise(UUID contactId, UUID debtId, String amount, @Nullable LocalDate due) {
        return inContact(contactId, (c, debts, who) -> {
            DebtFile debt = debts.checked(who, debtId);
            Word word = new Word(
                    CellReading.amount(amount, debt.currency())
                            .orElseThrow(() -> new Refused("promise.amount", debt.owed())),
                    Optional.ofNullable(due).orElseThrow(() -> new Refused("promise.due", PromiseBook.LONGEST_DAYS)),
                    contactId,
                    caller.caller().login());
            UUID promise = new PromiseBook(c, stops, now()).make(debt, word);
            audit.record(
                    who.client(),
                    "promise.made",
                    promise.toString(),
                    Map.of("debt", debtId.toString(), "amount", word.amount().toString()));
        });
    }

    @Override
    public Debtor arrange(UUID contactId, UUID debtId, String amount, int instalments, @Nullable LocalDate firstDue) {
        return inContact(contactId, (c, debts, who) -> {
            DebtFile debt = debts.checked(who, debtId);
            Money settled = amount.isBlank()
                    ? null
                    : CellReading.amount(amount, debt.currency())
                            .orElseThrow(() -> new Refused(
                                    "arrangement.amount", debt.owed().toString()));
            LocalDate first = Optional.ofNullable(firstDue)
                    .orElseThrow(() -> new Refused("arrangement.due", PromiseBook.LONGEST_DAYS));
            Author by = new Author(caller.caller().login(), Roles.AGENT, contactId);
            boolean stands =
                    new ArrangementBook(c, stops, now()).offer(debt, new Wish(settled, instalments, first), by);
            audit.record(
                    who.client(),
                    stands ? "arrangement.made" : "arrangement.offered",
                    debtId.toString(),
                    Map.of(
                            "amount",
                            settled == null ? debt.owed().toString() : settled.toString(),
                            "instalments",
                            Integer.toString(instalments)));
        });
    }

    @Override
    public Debtor pay(UUID contactId, UUID debtId, String amount, CardWay way) {
        return inContact(contactId, (c, debts, who) -> {
            DebtFile debt = debts.checked(who, debtId);
            Money asked = CellReading.amount(amount, debt.currency())
                    .orElseThrow(() -> new Refused("card.amount", debt.owed()));
            // of this transaction nothing is written: the order is committed before the provider hears of it
            CardOrders.Wish wish =
                    new CardOrders.Wish(way, asked, contactId, caller.caller().login());
            UUID order = cards.ask(debt, wish);
            if (!way.isLink()) {
                cards.ring(debt, order);
            }
        });
    }

    @Override
    public Debtor unpay(UUID contactId, UUID debtId, UUID orderId) {
        return inContact(contactId, (c, debts, who) -> {
            debts.checked(who, debtId);
            new CardOrders(c, provider, links, now()).cancel(who.client(), debtId, orderId);
            audit.record(who.client(), "card.cancelled", orderId.toString(), Map.of("debt", debtId.toString()));
        });
    }

    @Override
    public Debtor hold(UUID contactId, UUID debtId, Hold kind, String reason) {
        return inContact(contactId, (c, debts, who) -> {
            DebtFile debt = debts.checked(who, debtId);
            UUID hold = new HoldBook(c, stops, now())
                    .place(debt, kind, reason, caller.caller().login());
            audit.record(
                    who.client(), "debt.hold", hold.toString(), Map.of("debt", debtId.toString(), "kind", kind.name()));
        });
    }

    @Override
    public Debtor complain(UUID contactId, UUID debtId, String words) {
        return inContact(contactId, (c, debts, who) -> {
            DebtFile debt = debts.checked(who, debtId);
            UUID complaint = new CaseBook(c, stops, caller.caller().login(), now()).complain(debt, words);
            audit.record(
                    who.client(),
                    "case.opened",
                    complaint.toString(),
                    Map.of("debt", debtId.toString(), "kind", CaseBook.COMPLAINT));
        });
    }

    private interface Deed {
        void in(Connection c, ContactDebts debts, AtHand who);
    }

    private Debtor inContact(UUID contactId, Deed deed) {
        try (Connection c = database.getConnection()) {
            ContactDebts debts = debts(c, contactId);
            AtHand who = debts.atHand().orElseThrow(() -> new NotFound("debtor of contact " + contactId));
            deed.in(c, debts, who);
            return debts.show(who);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the debtor", e);
        }
    }

    private ContactDebts debts(Connection c, UUID contactId) {
        return new ContactDebts(c, contactId, caller.caller().personId(), now());
    }

    private Instant now() {
        return clock.instant();
    }
}
