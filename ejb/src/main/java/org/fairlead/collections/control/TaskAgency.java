package org.fairlead.collections.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.DebtTasks.Returned;
import org.fairlead.collections.DebtTasks.RowFault;
import org.fairlead.collections.DebtTasks.SheetRow;
import org.fairlead.collections.DebtTasks.TaskView;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.entity.TaskReturns;
import org.fairlead.collections.entity.TaskReturns.Row;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;

/** What leaves for an outside agency about its tasks, and what comes back. */
public final class TaskAgency {

    private static final int SHOWN = 200;

    private final Connection c;
    private final Portfolio portfolio;

    public TaskAgency(Connection c, Portfolio portfolio) {
        this.c = c;
        this.portfolio = portfolio;
    }

    public List<String> agencies() {
        return Sql.list(
                c,
                row -> row.getString(1),
                """
                select distinct t.agency from debt_task t join debt d on d.client_id = t.client_id and d.debt_id = t.debt_id
                where t.client_id = ? and d.portfolio_id = ? and t.state = 'TAKEN' and t.agency is not null order by 1 limit 100
                """,
                portfolio.client(),
                portfolio.portfolioId());
    }

    /** @param site of who asks: by it the client decides whether numbers are shown whole to anybody */
    public List<SheetRow> sheet(String agency, int site, int first, int size) {
        return Sql.list(
                c,
                row -> new SheetRow(
                        row.getObject("task_id", UUID.class),
                        row.getString("kind"),
                        row.getString("reference"),
                        row.getString("name"),
                        row.getString("street"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country"),
                        row.getString("phone"),
                        new Money(row.getLong("owed"), row.getString("currency")).amount(),
                        row.getString("currency")),
                """
                select t.task_id, t.kind, d.reference, d.currency, d.costs + d.fees + d.interest + d.principal as owed,
                  u.name, u.city, u.country, r.street, r.postal_code,
                  case when number_revealed(t.client_id, ?) then (
                    select p.value from contact_point p where p.client_id = u.client_id and p.customer_id = u.customer_id
                    and p.kind = 'PHONE' order by p.contact_point_id limit 1) end as phone
                from debt_task t
                join debt d on d.client_id = t.client_id and d.debt_id = t.debt_id
                join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
                join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
                left join debtor r on r.client_id = u.client_id and r.customer_id = u.customer_id
                where t.client_id = ? and d.portfolio_id = ? and t.state = 'TAKEN' and t.agency = ?
                order by t.opened_at, t.task_id limit ? offset ?
                """,
                site,
                portfolio.client(),
                portfolio.portfolioId(),
                agency,
                size,
                first);
    }

    /**
     * Each row by itself: one that is wrong holds up none of the others. The agency answers for what it was handed and for
     * nothing else.
     */
    public Returned takeIn(TaskBook tasks, String agency, InputStream file) {
        String name = TaskBook.agency(agency);
        TaskReturns.Result read;
        try {
            read = TaskReturns.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PortfolioBook.lock(c, portfolio);
        lock(read.rows().stream().map(Row::task).toArray(UUID[]::new));
        List<RowFault> faults = new ArrayList<>(read.faults());
        int closed = 0;
        int known = 0;
        for (Row row : read.rows()) {
            Optional<TaskView> found = tasks.find(row.task()).filter(this::isOurs);
            if (found.isEmpty()) {
                faults.add(fault(row, TaskReturns.TASK));
            } else if (!name.equals(found.get().agency())) {
                faults.add(fault(row, "agency"));
            } else if (says(found.get(), row)) {
                known++;
            } else if (found.get().over()) {
                faults.add(fault(row, "over"));
            } else {
                tasks.close(found.get(), row.outcome(), row.words(), null);
                closed++;
            }
        }
        faults.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return new Returned(
                read.read(),
                closed,
                known,
                faults.size(),
                faults.stream().limit(SHOWN).toList());
    }

    /** Nobody else changes them from here on: what a hold withdraws at this instant is withdrawn when it is looked at. */
    private void lock(UUID[] tasks) {
        Sql.list(
                c,
                row -> row.getString(1),
                """
                select d.debt_id from debt d where d.client_id = ? and d.portfolio_id = ? and exists (
                  select 1 from debt_task t where t.client_id = d.client_id and t.debt_id = d.debt_id and t.task_id = any (?))
                order by d.debt_id for no key update
                """,
                portfolio.client(),
                portfolio.portfolioId(),
                tasks);
        Sql.list(
                c,
                row -> row.getString(1),
                """
                select t.task_id from debt_task t where t.client_id = ? and t.task_id = any (?) and exists (
                  select 1 from debt d where d.client_id = t.client_id and d.debt_id = t.debt_id and d.portfolio_id = ?)
                order by t.debt_id, t.task_id for update
                """,
                portfolio.client(),
                tasks,
                portfolio.portfolioId());
    }

    private boolean isOurs(TaskView one) {
        return one.client().equals(portfolio.client()) && one.portfolioId().equals(portfolio.portfolioId());
    }

    private static boolean says(TaskView one, Row row) {
        return one.state().equals(row.outcome().name()) && row.words().equals(one.outcome());
    }

    private static RowFault fault(Row row, String reason) {
        return new RowFault(row.line(), TaskReturns.TASK, reason, row.task().toString());
    }
}
