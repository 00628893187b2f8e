package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.compliance.DebtStops;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The nightly work on a client's debts. How far it came is committed with each chunk, so that a server that died goes on
 * where it was; two servers at once wait for each other at the run's row.
 */
public final class Night {

    /** Debts that are booked in one transaction, and are worked again when it dies. */
    public static final int CHUNK = 10_000;

    private static final UUID FIRST = new UUID(0, 0);

    private final Connection c;
    private final ClientId client;
    private final LocalDate day;
    private final NightTools tools;

    /** What its steps need beyond the database. */
    public record NightTools(DebtStops stops, LeadOffers leads, ZoneId zone, Instant now) {}

    public Night(Connection c, ClientId client, LocalDate day, NightTools tools) {
        this.c = c;
        this.client = client;
        this.day = day;
        this.tools = tools;
    }

    private record Run(@Nullable UUID last, boolean finished) {}

    /** The day is to be worked through once more: what is done already does nothing the second time. */
    public void again() {
        Sql.update(
                c,
                "insert into collections_run (client_id, day, step) select ?, ?, unnest(?)"
                        + " on conflict (client_id, day, step) do update set last_debt = null, finished_at = null",
                client,
                day,
                Stream.of(Kind.values()).map(Kind::name).toArray(String[]::new));
    }

    /**
     * One chunk in this transaction.
     *
     * @return false when the step is finished for the day
     */
    public boolean chunk(Kind kind) {
        Run run = lock(kind);
        if (run.finished()) {
            return false;
        }
        PortfolioBook.lockAll(c, client);
        UUID last = run.last();
        UUID reached = step(kind).chunk(day, last == null ? FIRST : last, CHUNK);
        if (reached == null) {
            Sql.update(
                    c,
                    "update collections_run set finished_at = ? where client_id = ? and day = ? and step = ?",
                    tools.now(),
                    client,
                    day,
                    kind.name());
            return false;
        }
        Sql.update(
                c,
                "update collections_run set last_debt = ?, done = done + 1 where client_id = ? and day = ? and step = ?",
                reached,
                client,
                day,
                kind.name());
        return true;
    }

    private NightStep step(Kind kind) {
        return switch (kind) {
            case RECALLS -> new DueRecalls(c, client, tools.stops(), tools.leads(), tools.now());
            case INTEREST -> new AccrueInterest(c, client, tools.zone(), tools.now());
            case PROMISES -> new LookAtPromises(c, client, tools.stops(), tools.now());
            case REMINDERS -> new WriteReminders(c, client, tools.now());
            case SCORES -> new WorkOutScores(c, client);
            case LEADS -> new MakeLeads(c, client, tools.leads(), tools.now());
        };
    }

    private Run lock(Kind kind) {
        Sql.update(
                c,
                "insert into collections_run (client_id, day, step) values (?, ?, ?) on conflict do nothing",
                client,
                day,
                kind.name());
        return Sql.one(
                        c,
                        row -> new Run(row.getObject(1, UUID.class), row.getObject(2) != null),
                        "select last_debt, finished_at from collections_run where client_id = ? and day = ? and step = ?"
                                + " for update",
                        client,
                        day,
                        kind.name())
                .orElseThrow();
    }
}
