package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.fairlead.collections.DebtTasks;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.DebtFile;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.TaskAgency;
import org.fairlead.collections.control.TaskBook;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Tasks about debts for those who see to them. */
@Stateless
@Local(DebtTasks.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class TaskDesk implements DebtTasks {

    private static final int MOST = 1_000;

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public List<Portfolio> portfolios() {
        return query((c, tasks) -> PortfolioBook.all(c));
    }

    @Override
    public List<String> kinds() {
        return TaskBook.STEPS.stream().map(Enum::name).toList();
    }

    @Override
    public List<TaskView> open(UUID portfolioId, int first, int size) {
        return query((c, tasks) -> tasks.open(PortfolioBook.one(c, portfolioId), first, Math.min(size, MOST)));
    }

    @Override
    public List<TaskView> closed(UUID portfolioId, int first, int size) {
        return query((c, tasks) -> tasks.closed(PortfolioBook.one(c, portfolioId), first, Math.min(size, MOST)));
    }

    @Override
    public TaskView one(UUID taskId) {
        return query((c, tasks) -> tasks.one(taskId));
    }

    @Override
    public List<Note> notes(UUID taskId) {
        return query((c, tasks) -> tasks.notes(tasks.one(taskId)));
    }

    @Override
    public UUID ask(UUID portfolioId, String reference, String kind, String words) {
        return query((c, tasks) -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            DebtFile debt = DebtFile.referred(c, portfolio, reference.strip())
                    .orElseThrow(() -> new Refused("payment.reference", reference));
            UUID id = tasks.ask(debt, kind, words);
            audit.record(portfolio.client(), "debt-task.asked", id.toString(), Map.of("debt", reference, "kind", kind));
            return id;
        });
    }

    @Override
    public void take(UUID taskId) {
        query((c, tasks) -> {
            TaskView one = tasks.one(taskId);
            tasks.take(one);
            record(one, "debt-task.taken", Map.of());
            return one;
        });
    }

    @Override
    public void note(UUID taskId, String words) {
        query((c, tasks) -> {
            TaskView one = tasks.one(taskId);
            tasks.note(one, words);
            record(one, "debt-task.note", Map.of());
            return one;
        });
    }

    @Override
    public void close(UUID taskId, Outcome outcome, String words, @Nullable String next) {
        query((c, tasks) -> {
            TaskView one = tasks.one(taskId);
            tasks.close(one, outcome, words, next);
            record(one, "debt-task.closed", Map.of("outcome", outcome.name(), "next", next == null ? "" : next));
            return one;
        });
    }

    private void record(TaskView one, String action, Map<String, String> more) {
        Map<String, String> detail = new HashMap<>(more);
        detail.put("debt", one.reference());
        detail.put("kind", one.kind());
        audit.record(one.client(), action, one.taskId().toString(), detail);
    }

    @Override
    public int hand(UUID portfolioId, String kind, String agency) {
        return query((c, tasks) -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            int handed = tasks.hand(portfolio, kind, agency);
            audit.record(
                    portfolio.client(),
                    "debt-task.handed",
                    portfolioId.toString(),
                    Map.of("kind", kind, "agency", agency.strip(), "tasks", Integer.toString(handed)));
            return handed;
        });
    }

    @Override
    public List<String> agencies(UUID portfolioId) {
        return query((c, tasks) -> new TaskAgency(c, PortfolioBook.one(c, portfolioId)).agencies());
    }

    @Override
    public List<SheetRow> sheet(UUID portfolioId, String agency, int first, int size) {
        int site = caller.caller().siteId();
        return query((c, tasks) ->
                new TaskAgency(c, PortfolioBook.one(c, portfolioId)).sheet(agency, site, first, Math.min(size, MOST)));
    }

    @Override
    public Returned takeIn(UUID portfolioId, String agency, String fileName, InputStream file) {
        Upload upload = Upload.of(fileName, file);
        return query((c, tasks) -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            Returned returned = new TaskAgency(c, portfolio).takeIn(tasks, agency, upload.content());
            audit.record(
                    portfolio.client(),
                    "debt-task.returned",
                    portfolioId.toString(),
                    Map.of(
                            "agency",
                            agency.strip(),
                            "file",
                            upload.name(),
                            "sha256",
                            upload.hash(),
                            "closed",
                            Integer.toString(returned.closed()),
                            "bad",
                            Integer.toString(returned.bad())));
            return returned;
        });
    }

    private <T> T query(BiFunction<Connection, TaskBook, T> work) {
        return Sql.in(
                database,
                "tasks about debts",
                c -> work.apply(c, new TaskBook(c, caller.caller().login(), clock.instant())));
    }
}
