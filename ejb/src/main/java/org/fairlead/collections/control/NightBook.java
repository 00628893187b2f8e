package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.NightRuns.Progress;
import org.fairlead.collections.NightRuns.Run;
import org.fairlead.collections.NightRuns.State;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** The nights as people read them. */
public final class NightBook {

    private static final int WHOLE = 100;

    private NightBook() {}

    /** The last ones, newest first. */
    public static List<Run> runs(Connection c, ClientId client) {
        return Sql.list(
                c,
                row -> new Run(
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        Kind.valueOf(row.getString("step")),
                        Sql.instant(row, "finished_at")),
                "select * from collections_run where client_id = ? order by day desc, finished_at desc nulls first limit 12",
                client);
    }

    private record Step(Kind kind, @Nullable UUID last, @Nullable Instant finished) {}

    /**
     * How far the last day has come: steps walk over the debts in the order of their ids.
     *
     * @param running whether somebody is at it
     */
    public static Progress progress(Connection c, ClientId client, boolean running) {
        Map<Kind, Step> begun = Sql.list(
                        c,
                        NightBook::step,
                        "select step, last_debt, finished_at from collections_run where client_id = ?"
                                + " and day = (select max(day) from collections_run where client_id = ?)",
                        client,
                        client)
                .stream()
                .collect(Collectors.toMap(Step::kind, Function.identity()));
        if (begun.isEmpty()) {
            return new Progress(running ? State.RUNNING : State.NONE, 0, null);
        }
        int sum = 0;
        Kind next = null;
        for (Kind kind : Arrays.asList(Kind.values())) {
            Step step = begun.get(kind);
            boolean finished = step != null && step.finished() != null;
            if (finished) {
                sum += WHOLE;
            } else if (next == null) {
                next = kind;
                sum += step == null ? 0 : share(c, client, step.last());
            }
        }
        if (next == null) {
            // the last step is told as finished before whoever works lets go of it
            return new Progress(State.DONE, WHOLE, null);
        }
        int percent = Math.min(WHOLE - 1, sum / Kind.values().length);
        return new Progress(running ? State.RUNNING : State.STOPPED, percent, next);
    }

    private static int share(Connection c, ClientId client, @Nullable UUID last) {
        return last == null
                ? 0
                : Sql.number(
                        c,
                        "select coalesce(100 * count(*) filter (where debt_id <= ?) / nullif(count(*), 0), 0)::int"
                                + " from debt where client_id = ?",
                        last,
                        client);
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                Kind.valueOf(row.getString("step")),
                row.getObject("last_debt", UUID.class),
                Sql.instant(row, "finished_at"));
    }
}
