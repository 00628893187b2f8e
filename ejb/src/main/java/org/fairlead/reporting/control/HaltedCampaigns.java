package org.fairlead.reporting.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.reporting.CampaignHalts.HaltedCampaign;
import org.fairlead.reporting.FloorFigures.Halt;
import org.fairlead.reporting.entity.FloorTiles;
import org.fairlead.shared.Sql;

/** The halted campaigns whose calls a person could take. */
public final class HaltedCampaigns {

    /** What each asks for the person has. */
    private static final String RUNNING = "select client.name as client, c.name,"
            + FloorReader.STANDING
            + " from campaign c join client on client.client_id = c.client_id "
            + FloorReader.STOCK
            + """
                      where c.state = 'RUNNING' and c.client_id = any (scope_clients()) and not exists (
                        select 1 from jsonb_each_text(c.skills) as s(skill, least) where not exists (
                          select 1 from person_skill p
                          where p.person_id = ? and p.skill = s.skill and p.proficiency >= s.least::integer))
                      order by client.name, c.name
                      """;

    private HaltedCampaigns() {}

    public static List<HaltedCampaign> of(Connection c, UUID person, Instant now) {
        return Sql.list(c, HaltedCampaigns::halted, RUNNING, now, now, person).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<HaltedCampaign> halted(ResultSet row) throws SQLException {
        Halt halt = FloorTiles.halt(row.getInt("in_flight"), FloorReader.stock(row));
        return halt == null
                ? Optional.empty()
                : Optional.of(new HaltedCampaign(row.getString("client"), row.getString("name"), halt));
    }
}
