package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.control.DraftBook.Kind;
import org.fairlead.collections.entity.Strategy;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** The strategies of a client that are in force on a day, each read once. */
final class StrategyShelf {

    private final Connection c;
    private final ClientId client;
    private final Map<UUID, Optional<Published>> read = new HashMap<>();

    StrategyShelf(Connection c, ClientId client) {
        this.c = c;
        this.client = client;
    }

    /** @param answersFor the person who published it */
    record Published(Strategy body, UUID answersFor) {}

    /** Null when the portfolio has none: nothing is done by itself then. A shelf is asked about one day. */
    @Nullable
    Published of(UUID portfolio, LocalDate day) {
        return read.computeIfAbsent(portfolio, id -> find(id, day)).orElse(null);
    }

    private Optional<Published> find(UUID portfolio, LocalDate day) {
        return DraftBook.inForce(c, Kind.STRATEGY, client, portfolio, day)
                .map(one -> new Published(Json.read(one.body(), Strategy.class), person(one.login())));
    }

    private UUID person(String login) {
        return Sql.one(c, row -> row.getObject(1, UUID.class), "select person_id from person where login = ?", login)
                .orElseThrow(() -> new NotFound("person " + login));
    }
}
