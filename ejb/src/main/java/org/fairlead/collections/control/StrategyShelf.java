package org.fairlead.collections.control;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.entity.Strategy;
import org.fairlead.collections.entity.Strategy.Action;
import org.fairlead.collections.entity.Strategy.Decision;
import org.fairlead.collections.entity.Strategy.Segment;
import org.fairlead.collections.entity.Strategy.Side;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** The published strategies of a client, each read once. */
final class StrategyShelf {

    private final Connection c;
    private final ClientId client;
    private final Map<UUID, Optional<Published>> read = new HashMap<>();

    StrategyShelf(Connection c, ClientId client) {
        this.c = c;
        this.client = client;
    }

    /** @param answersFor the person who published it */
    record Published(Strategy body, UUID answersFor) {

        List<Action> actions(Decision decision) {
            List<Segment> side = decision.side() == Side.CHALLENGER ? body.challenger() : body.champion();
            return side.stream()
                    .filter(segment -> segment.name().equals(decision.segment()))
                    .findFirst()
                    .orElseThrow()
                    .actions();
        }
    }

    /** Null when the portfolio has none: nothing is done by itself then. */
    @Nullable
    Published of(UUID portfolio) {
        return read.computeIfAbsent(portfolio, this::find).orElse(null);
    }

    private Optional<Published> find(UUID portfolio) {
        return Sql.one(
                c,
                row -> new Published(Json.read(row.getString(1), Strategy.class), row.getObject(2, UUID.class)),
                """
                select s.body, p.person_id from collection_strategy s join person p on p.login = s.published_by
                where s.client_id = ? and s.portfolio_id = ? and s.state = 'PUBLISHED' order by s.version desc limit 1
                """,
                client,
                portfolio);
    }
}
