package org.fairlead.collections.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.entity.FeePlan;
import org.fairlead.collections.entity.FeePlan.Tier;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;

/** A portfolio's fee plans. */
final class FeeShelf {

    private static final TypeReference<List<Tier>> TIERS = new TypeReference<>() {};

    private FeeShelf() {}

    static List<FeePlan> of(Connection c, ClientId client, UUID portfolio) {
        return Sql.list(
                c,
                row -> new FeePlan(
                        row.getInt("version"),
                        Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                        Json.read(row.getString("tiers"), TIERS)),
                "select * from fee_plan where client_id = ? and portfolio_id = ?",
                client,
                portfolio);
    }
}
