package org.fairlead.compliance.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.compliance.entity.RuleLine;
import org.fairlead.compliance.entity.RulePack;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Holidays;
import org.fairlead.shared.Json;
import org.fairlead.shared.PublicHolidays;
import org.fairlead.shared.Sql;

/**
 * The rules that bind a client, read once and again when there are more: versions are added and never changed, so their
 * number tells.
 */
final class RuleShelf {

    private static final TypeReference<JsonNode> PARAMETERS = new TypeReference<>() {};

    private final Holidays holidays = new PublicHolidays();
    private final Map<ClientId, Shelved> packs = new ConcurrentHashMap<>();

    private record Shelved(int versions, RulePack pack) {}

    RulePack pack(Connection c, ClientId client) {
        return pack(c, client, Sql.number(c, "select count(*) from outreach_rule where client_id in (0, ?)", client));
    }

    /** @param versions how many there are, as somebody has just counted in this transaction */
    RulePack pack(Connection c, ClientId client, int versions) {
        Shelved known = packs.get(client);
        if (known == null || known.versions() != versions) {
            known = new Shelved(versions, new RulePack(lines(c, client), holidays));
            packs.put(client, known);
        }
        return known.pack();
    }

    static List<RuleLine> lines(Connection c, ClientId client) {
        return Sql.list(
                c,
                RuleShelf::line,
                "select * from outreach_rule where client_id in (0, ?) order by client_id, rule_id, version",
                client);
    }

    static RuleLine line(ResultSet row) throws SQLException {
        return new RuleLine(
                row.getString("rule_id"),
                row.getInt("version"),
                row.getString("jurisdiction"),
                row.getString("scope"),
                row.getString("kind"),
                Json.read(row.getString("parameters"), PARAMETERS),
                row.getString("citation"),
                row.getString("basis"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class));
    }
}
