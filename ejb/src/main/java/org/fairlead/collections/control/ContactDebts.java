package org.fairlead.collections.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.Debtors.ArrangementView;
import org.fairlead.collections.Debtors.DebtView;
import org.fairlead.collections.Debtors.Debtor;
import org.fairlead.collections.Debtors.Happened;
import org.fairlead.collections.Debtors.Limits;
import org.fairlead.collections.Debtors.Party;
import org.fairlead.collections.Debtors.PromiseView;
import org.fairlead.collections.Debtors.Question;
import org.fairlead.collections.Debtors.StepView;
import org.fairlead.collections.entity.Arrangement.Line;
import org.fairlead.collections.entity.Gates;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** The debts of the person in a contact, disclosed when the check was passed and not before. */
public final class ContactDebts {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};
    private static final int SHOWN_EVENTS = 20;

    /** Only the contact that the agent works on: neither a colleague's nor yesterday's. */
    private static final String AT_HAND =
            """
            select k.client_id, l.fields ->> 'debt' as debt, k.customer_id
            from contact k left join lead l on l.client_id = k.client_id and l.lead_id = k.lead_id
            where k.contact_id = ? and k.agent_id = ? and k.closed_at is null
            """;

    private final Connection c;
    private final UUID contact;
    private final UUID agent;
    private final Instant now;

    public ContactDebts(Connection c, UUID contact, UUID agent, Instant now) {
        this.c = c;
        this.contact = contact;
        this.agent = agent;
        this.now = now;
    }

    /** Whom the contact is about. */
    public record AtHand(ClientId client, UUID customer, @Nullable UUID debt) {}

    private record Row(int client, @Nullable String debt, @Nullable UUID customer) {}

    /**
     * Empty when it is about no debt, or when another agent has it.
     *
     * @throws NotFound when there is no such contact for the caller's clients
     */
    public Optional<AtHand> atHand() {
        if (Sql.number(c, "select count(*) from contact where contact_id = ?", contact) == 0) {
            throw new NotFound("contact " + contact);
        }
        Optional<Row> found = Sql.one(
                c,
                one -> new Row(one.getInt(1), one.getString(2), one.getObject(3, UUID.class)),
                AT_HAND,
                contact,
                agent);
        return found.flatMap(this::about);
    }

    private Optional<AtHand> about(Row row) {
        ClientId client = new ClientId(row.client());
        Optional<UUID> debt = uuid(row.debt());
        if (debt.isPresent()) {
            return Sql.one(
                    c,
                    one -> new AtHand(client, one.getObject(1, UUID.class), debt.get()),
                    "select customer_id from debt_party where client_id = ? and debt_id = ? and role = 'DEBTOR'",
                    client,
                    debt.get());
        }
        UUID customer = row.customer();
        return customer == null
                ? Optional.empty()
                : Sql.one(
                        c,
                        one -> new AtHand(client, customer, null),
                        "select 1 from debt_party where client_id = ? and customer_id = ? limit 1",
                        client,
                        customer);
    }

    public Debtor show(AtHand who) {
        IdentityCheck check = check(who);
        IdentityCheck.State state = check.state();
        List<DebtView> debts = state.passed()
                ? DebtFile.ofPerson(c, who.client(), who.customer()).stream()
                        .map(debt -> view(debt, debt.debtId().equals(who.debt())))
                        .toList()
                : List.of();
        return new Debtor(contact, state.passed(), check.isPossible(), state.left(), check.questions(), debts);
    }

    /** @return whether the person is the debtor */
    public boolean check(AtHand who, Map<Question, String> answers, String login) {
        IdentityCheck check = check(who);
        return check.isPossible() && check.passes(answers, login, now);
    }

    /** A debt of the person at hand, after the check. */
    public DebtFile checked(AtHand who, UUID debtId) {
        if (!check(who).state().passed()) {
            throw new Refused("debtor.unchecked");
        }
        return DebtFile.ofPerson(c, who.client(), who.customer()).stream()
                .filter(debt -> debt.debtId().equals(debtId))
                .findFirst()
                .orElseThrow(() -> new NotFound("debt " + debtId));
    }

    private IdentityCheck check(AtHand who) {
        return new IdentityCheck(c, who.client(), contact, who.customer());
    }

    private DebtView view(DebtFile debt, boolean atHand) {
        LocalDate today = now.atZone(debt.zone()).toLocalDate();
        Map<Bucket, BigDecimal> balances = new EnumMap<>(Bucket.class);
        debt.balances().forEach((bucket, money) -> balances.put(bucket, money.amount()));
        return new DebtView(
                debt.debtId(),
                debt.reference(),
                atHand,
                debt.status(),
                debt.currency(),
                balances,
                debt.owed().amount(),
                now,
                (int) ChronoUnit.DAYS.between(debt.pastDueSince(), today),
                parties(debt),
                List.copyOf(debt.holds()),
                promises(debt),
                arrangement(debt),
                limits(debt, today),
                CardList.ofDebt(c, debt.client(), debt.debtId(), now),
                steps(debt, today),
                new ExplainDebt(c, now).of(debt),
                timeline(debt));
    }

    private static List<StepView> steps(DebtFile debt, LocalDate today) {
        return Arrays.stream(Step.values())
                .map(step -> new StepView(
                        step.name(),
                        Gates.against(step, debt.gates(), today).stream()
                                .map(Enum::name)
                                .toList()))
                .toList();
    }

    private List<Party> parties(DebtFile debt) {
        return Sql.list(
                c,
                row -> new Party(row.getString(1), row.getString(2)),
                "select y.role, u.name from debt_party y join customer u on u.client_id = y.client_id"
                        + " and u.customer_id = y.customer_id where y.client_id = ? and y.debt_id = ? order by y.role, u.name",
                debt.client(),
                debt.debtId());
    }

    private List<PromiseView> promises(DebtFile debt) {
        return Sql.list(
                c,
                row -> {
                    LocalDate due = Objects.requireNonNull(row.getObject("due_on", LocalDate.class));
                    return new PromiseView(
                            new Money(row.getLong("amount"), debt.currency()).amount(),
                            due,
                            due.plusDays(row.getInt("grace_days")),
                            row.getString("state"));
                },
                "select * from promise where client_id = ? and debt_id = ? and state <> 'REPLACED'"
                        + " order by made_on desc, promise_id desc limit 5",
                debt.client(),
                debt.debtId());
    }

    private @Nullable ArrangementView arrangement(DebtFile debt) {
        ArrangementStore store = new ArrangementStore(c);
        return store.last(debt.client(), debt.debtId())
                .filter(one -> one.isOpen())
                .map(one -> {
                    Optional<Line> next = store.terms(one).next(store.payments(one));
                    return new ArrangementView(
                            one.kind().name(),
                            one.state(),
                            one.amount().amount(),
                            store.lines(one).size(),
                            next.map(line -> line.amount().amount()).orElse(null),
                            next.map(Line::due).orElse(null));
                })
                .orElse(null);
    }

    private Limits limits(DebtFile debt, LocalDate today) {
        Authority authority = Authority.of(c, debt);
        return new Limits(authority.least(Roles.AGENT, debt, today).amount(), authority.most(Roles.AGENT));
    }

    private List<Happened> timeline(DebtFile debt) {
        return Sql.list(
                c,
                row -> new Happened(
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getString("who"),
                        row.getString("kind"),
                        Json.read(row.getString("detail"), DETAIL)),
                "select * from debt_event where client_id = ? and debt_id = ? order by at desc, event_id desc limit ?",
                debt.client(),
                debt.debtId(),
                SHOWN_EVENTS);
    }

    /** A lead of an uploaded list may have a column of that name with anything in it. */
    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
