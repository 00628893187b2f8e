package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.collections.DebtTasks.Note;
import org.fairlead.collections.DebtTasks.Outcome;
import org.fairlead.collections.DebtTasks.TaskView;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.entity.Gates;
import org.fairlead.collections.entity.Gates.Reason;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.collections.entity.TaskReturns;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Tasks about debts as rows: asked for, taken, over; each step is on the debt's timeline. */
public final class TaskBook {

    /** Steps of strategies that a person does. */
    public static final List<Step> STEPS =
            List.of(Step.FIELD_VISIT, Step.LEGAL_REVIEW, Step.LEGAL_REFERRAL, Step.CREDIT_REPORT);

    /** Why a task is withdrawn that no hold stops. */
    private static final String ENDED = "ENDED";

    private static final int LONGEST = 2_000;

    private static final String SELECT =
            """
            select t.*, d.reference, d.portfolio_id, u.name as debtor from debt_task t
            join debt d on d.client_id = t.client_id and d.debt_id = t.debt_id
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            where t.client_id = any (scope_clients())
            """;

    private final Connection c;
    private final String login;
    private final Instant now;

    public TaskBook(Connection c, String login, Instant now) {
        this.c = c;
        this.login = login;
        this.now = now;
    }

    public List<TaskView> open(Portfolio portfolio, int first, int size) {
        return Sql.list(
                c,
                TaskBook::view,
                SELECT + " and t.client_id = ? and d.portfolio_id = ? and t.state in ('OPEN','TAKEN')"
                        + " order by t.opened_at, t.task_id limit ? offset ?",
                portfolio.client(),
                portfolio.portfolioId(),
                size,
                first);
    }

    public List<TaskView> closed(Portfolio portfolio, int first, int size) {
        return Sql.list(
                c,
                TaskBook::view,
                SELECT + " and t.client_id = ? and d.portfolio_id = ? and t.closed_at is not null"
                        + " order by t.closed_at desc, t.task_id desc limit ? offset ?",
                portfolio.client(),
                portfolio.portfolioId(),
                size,
                first);
    }

    public TaskView one(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("task " + id));
    }

    Optional<TaskView> find(UUID id) {
        return Sql.one(c, TaskBook::view, SELECT + " and t.task_id = ?", id);
    }

    public List<Note> notes(TaskView one) {
        return Sql.list(
                c,
                row -> new Note(
                        Objects.requireNonNull(Sql.instant(row, "at")), row.getString("who"), row.getString("words")),
                "select at, who, words from debt_task_note where client_id = ? and task_id = ? order by at, note_id",
                one.client(),
                one.taskId());
    }

    /** Somebody asks for it; the gates are asked as they are for a strategy. */
    public UUID ask(DebtFile debt, String kind, String words) {
        Step step = step(kind);
        check(!words.isBlank() && words.length() <= LONGEST, "task.words", LONGEST);
        DebtLedger.lock(c, debt.client(), debt.debtId());
        // what came to the debt while we waited for it counts
        requireGates(DebtFile.one(c, debt.client(), debt.debtId()), step);
        UUID id = insert(c, debt, step, words.strip(), login, now).orElseThrow(() -> new Refused("task.open"));
        tell(debt.client(), debt.debtId(), "TASK_ASKED", step.name(), Map.of("why", words.strip()));
        return id;
    }

    /** What a strategy wants; where one of its kind is open already that one does for both. */
    static void want(Connection c, DebtFile debt, Step step, String why, Instant now) {
        if (STEPS.contains(step)) {
            insert(c, debt, step, why, "night", now);
        }
    }

    /** Whoever inserts has the debt's lock: a hold that it waited for is seen by this statement, if not by the last one. */
    private static Optional<UUID> insert(Connection c, DebtFile debt, Step step, String why, String who, Instant now) {
        UUID id = Ids.next();
        int made = Sql.update(
                c,
                "insert into debt_task (client_id, task_id, debt_id, kind, state, opened_at, opened_by, why)"
                        + " select ?, ?, ?, ?, 'OPEN', ?, ?, ? where not exists (select 1 from debt_hold h where h.client_id = ?"
                        + " and h.debt_id = ? and h.released_at is null and (h.until is null or h.until > ?))"
                        + " on conflict do nothing",
                debt.client(),
                id,
                debt.debtId(),
                step.name(),
                now,
                who,
                why,
                debt.client(),
                debt.debtId(),
                now);
        return made == 1 ? Optional.of(id) : Optional.empty();
    }

    public void take(TaskView one) {
        requireGates(one);
        int taken = Sql.update(
                c,
                "update debt_task set state = 'TAKEN', taken_by = ?, taken_at = ?, agency = null"
                        + " where client_id = ? and task_id = ? and state in ('OPEN','TAKEN')",
                login,
                now,
                one.client(),
                one.taskId());
        check(taken == 1, "task.over");
        tell(one.client(), one.debtId(), "TASK_TAKEN", one.kind(), Map.of());
    }

    public void note(TaskView one, String words) {
        check(!one.over(), "task.over");
        check(!words.isBlank() && words.length() <= LONGEST, "task.words", LONGEST);
        Sql.update(
                c,
                "insert into debt_task_note (client_id, note_id, task_id, at, who, words) values (?, ?, ?, ?, ?, ?)",
                one.client(),
                Ids.next(),
                one.taskId(),
                now,
                login,
                words.strip());
    }

    /** @return the task that is asked for next */
    public Optional<UUID> close(TaskView one, Outcome outcome, String words, @Nullable String next) {
        check(!words.isBlank() && words.length() <= LONGEST, "task.words", LONGEST);
        DebtLedger.lock(c, one.client(), one.debtId());
        int closed = Sql.update(
                c,
                "update debt_task set state = ?, outcome = ?, closed_by = ?, closed_at = ?"
                        + " where client_id = ? and task_id = ? and state in ('OPEN','TAKEN')",
                outcome.name(),
                words.strip(),
                login,
                now,
                one.client(),
                one.taskId());
        check(closed == 1, "task.over");
        tell(one.client(), one.debtId(), "TASK_" + outcome.name(), one.kind(), Map.of("why", words.strip()));
        if (outcome == Outcome.DONE && one.kind().equals(Step.LEGAL_REFERRAL.name())) {
            Sql.update(
                    c, "update debt set legal = true where client_id = ? and debt_id = ?", one.client(), one.debtId());
        }
        return next == null
                ? Optional.empty()
                : Optional.of(ask(DebtFile.one(c, one.client(), one.debtId()), next, words));
    }

    /** All of one kind that nobody has taken; what the gates speak against stays. */
    public int hand(Portfolio portfolio, String kind, String agency) {
        Step step = step(kind);
        String name = agency(agency);
        PortfolioBook.lock(c, portfolio);
        int handed = 0;
        for (UUID debt : waiting(portfolio, step)) {
            DebtLedger.lock(c, portfolio.client(), debt);
            handed += hand(DebtFile.one(c, portfolio.client(), debt), step, name);
        }
        check(handed > 0, "task.none");
        return handed;
    }

    /** Debts first, then their tasks: a hold of a person withdraws tasks of debts that it does not lock. */
    private List<UUID> waiting(Portfolio portfolio, Step step) {
        List<UUID> debts = Sql.list(
                c,
                row -> row.getObject(1, UUID.class),
                """
                select t.debt_id from debt_task t join debt d on d.client_id = t.client_id and d.debt_id = t.debt_id
                where t.client_id = any (scope_clients()) and t.client_id = ? and t.kind = ? and t.state = 'OPEN'
                  and d.portfolio_id = ? order by t.debt_id limit ? for no key update of d
                """,
                portfolio.client(),
                step.name(),
                portfolio.portfolioId(),
                TaskReturns.MOST_ROWS);
        return Sql.list(
                c,
                row -> row.getObject(1, UUID.class),
                "select debt_id from debt_task where client_id = ? and kind = ? and state = 'OPEN' and debt_id = any (?)"
                        + " order by debt_id, task_id for update",
                portfolio.client(),
                step.name(),
                debts.toArray(UUID[]::new));
    }

    private int hand(DebtFile debt, Step step, String agency) {
        if (!against(debt, step).isEmpty()) {
            return 0;
        }
        int handed = Sql.update(
                c,
                "update debt_task set state = 'TAKEN', agency = ?, taken_by = ?, taken_at = ?"
                        + " where client_id = ? and debt_id = ? and kind = ? and state = 'OPEN'",
                agency,
                login,
                now,
                debt.client(),
                debt.debtId(),
                step.name());
        if (handed > 0) {
            tell(debt.client(), debt.debtId(), "TASK_HANDED", step.name(), Map.of("agency", agency));
        }
        return handed;
    }

    /**
     * Whatever is open about a debt ends.
     *
     * @param hold that stops it; null: nobody works the debt any more
     */
    static void withdraw(Connection c, ClientId client, UUID debt, String who, @Nullable Hold hold, Instant now) {
        List<String> kinds = Sql.list(
                c,
                row -> row.getString(1),
                """
                update debt_task set state = 'WITHDRAWN', outcome = ?, closed_by = ?, closed_at = ?
                where client_id = ? and debt_id = ? and state in ('OPEN','TAKEN') returning kind
                """,
                hold == null ? ENDED : hold.name(),
                who,
                now,
                client,
                debt);
        for (String kind : kinds) {
            Map<String, String> detail =
                    hold == null ? Map.of("step", kind) : Map.of("step", kind, "kind", hold.name());
            DebtTimeline.note(c, client, debt, now, who, "TASK_WITHDRAWN", detail);
        }
    }

    private void requireGates(TaskView one) {
        requireGates(DebtFile.one(c, one.client(), one.debtId()), Step.valueOf(one.kind()));
    }

    private Set<Reason> against(DebtFile debt, Step step) {
        return Gates.against(step, debt.gates(), now.atZone(debt.zone()).toLocalDate());
    }

    private void requireGates(DebtFile debt, Step step) {
        Set<Reason> against = against(debt, step);
        if (!against.isEmpty()) {
            throw new Refused(
                    "task.gate", against.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
        }
    }

    private void tell(ClientId client, UUID debt, String what, String step, Map<String, String> more) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("step", step);
        DebtTimeline.note(c, client, debt, now, login, what, detail);
    }

    static String agency(String said) {
        String name = said.strip();
        check(!name.isEmpty() && name.length() <= 80, "task.agency");
        return name;
    }

    private static Step step(String kind) {
        return STEPS.stream()
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refused("task.kind"));
    }

    private static void check(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new Refused(key, arguments);
        }
    }

    private static TaskView view(ResultSet row) throws SQLException {
        return new TaskView(
                new ClientId(row.getInt("client_id")),
                row.getObject("task_id", UUID.class),
                row.getObject("debt_id", UUID.class),
                row.getObject("portfolio_id", UUID.class),
                row.getString("reference"),
                row.getString("debtor"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("why"),
                row.getString("opened_by"),
                Objects.requireNonNull(Sql.instant(row, "opened_at")),
                row.getString("taken_by"),
                Sql.instant(row, "taken_at"),
                row.getString("agency"),
                row.getString("closed_by"),
                Sql.instant(row, "closed_at"),
                row.getString("outcome"));
    }
}
