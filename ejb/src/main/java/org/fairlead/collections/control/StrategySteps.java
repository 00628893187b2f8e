package org.fairlead.collections.control;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.entity.Course.Done;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** What strategies did about debts, as the timeline has it. */
final class StrategySteps {

    private static final String STEPS =
            """
            select debt_id, detail ->> 'segment' as segment, (detail ->> 'action')::integer as action, detail ->> 'step' as step,
              count(*) as times, max(at) as last
            from debt_event where client_id = ? and debt_id = any (?) and kind = 'STEP' group by 1, 2, 3, 4
            """;

    private StrategySteps() {}

    static Map<UUID, List<Done>> done(Connection c, ClientId client, UUID[] debts) {
        Map<UUID, List<Done>> done = new HashMap<>();
        Sql.list(
                c,
                row -> done.computeIfAbsent(row.getObject("debt_id", UUID.class), id -> new ArrayList<>())
                        .add(new Done(
                                row.getString("segment"),
                                row.getInt("action"),
                                Step.valueOf(row.getString("step")),
                                row.getInt("times"),
                                Objects.requireNonNull(Sql.instant(row, "last")))),
                STEPS,
                client,
                debts);
        return done;
    }
}
