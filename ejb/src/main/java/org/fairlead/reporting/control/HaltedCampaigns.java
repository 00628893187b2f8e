package org.fairlead.reporting.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.reporting.CampaignHalts.HaltedCampaign;
import org.fairlead.reporting.FloorFigures.Halt;
import org.fairlead.reporting.entity.CampaignDay;
import org.fairlead.reporting.entity.FloorTiles;
import org.fairlead.shared.Sql;

/** The halted campaigns whose calls a person could take. */
public final class HaltedCampaigns {

    /** What each asks for the person has. */
    private static final String COULD_TAKE =
            """
            select g.campaign_id from campaign g where g.state = 'RUNNING' and not exists (
              select 1 from jsonb_each_text(g.skills) as s(skill, least) where not exists (
                select 1 from person_skill p where p.person_id = ? and p.skill = s.skill and p.proficiency >= s.least::integer))
            """;

    private HaltedCampaigns() {}

    public static List<HaltedCampaign> of(Connection c, UUID person, Instant now) throws SQLException {
        Set<UUID> could = new HashSet<>(Sql.list(c, row -> row.getObject(1, UUID.class), COULD_TAKE, person));
        if (could.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> names = new HashMap<>();
        Sql.list(c, row -> names.put(row.getInt(1), row.getString(2)), "select client_id, name from client");
        List<HaltedCampaign> halted = new ArrayList<>();
        for (CampaignDay campaign : FloorReader.campaigns(c, now)) {
            Halt halt = could.contains(campaign.campaignId()) ? FloorTiles.halt(campaign) : null;
            if (halt != null) {
                halted.add(new HaltedCampaign(names.getOrDefault(campaign.clientId(), ""), campaign.name(), halt));
            }
        }
        return halted;
    }
}
