package org.fairlead.reporting.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.agreement.TodaysLevels;
import org.fairlead.reporting.FloorFigures;
import org.fairlead.reporting.entity.CampaignDay;
import org.fairlead.reporting.entity.FloorNames;
import org.fairlead.reporting.entity.FloorTiles;
import org.fairlead.reporting.entity.PlanKept;
import org.fairlead.reporting.entity.PlanKept.Change;
import org.fairlead.reporting.entity.PlanKept.Planned;
import org.fairlead.routing.AsideQueues;
import org.fairlead.routing.EngineView;
import org.fairlead.security.AllClients;
import org.fairlead.telephony.GatewayLinks;

/**
 * The floor as it is now. The engine's memory is read each time, the journal's end for the service levels; names are
 * kept for a minute and the campaigns' day for a few seconds.
 */
@ApplicationScoped
public class ComposeFloor {

    private static final Duration NAMES_LAST = Duration.ofMinutes(1);
    private static final Duration CAMPAIGNS_LAST = Duration.ofSeconds(5);
    private static final Duration PLANS_LAST = Duration.ofSeconds(30);
    private static final Duration PLANS_BACK = Duration.ofHours(16);

    @Inject
    private EngineView engine;

    @Inject
    private GatewayLinks links;

    @Inject
    private TodaysLevels levels;

    @Inject
    @AllClients
    private DataSource everyClient;

    @Inject
    private AsideQueues aside;

    @Inject
    private Clock clock;

    private FloorNames names = new FloorNames(Map.of(), Map.of(), List.of(), Map.of());
    private List<CampaignDay> campaigns = List.of();
    private long parked;
    private Map<UUID, PlanKept> kept = Map.of();
    private Instant keptRead = Instant.EPOCH;
    private Instant namesRead = Instant.EPOCH;
    private Instant campaignsRead = Instant.EPOCH;

    public synchronized FloorFigures compose() {
        Instant now = clock.instant();
        refresh(now);
        return new FloorTiles(engine.snapshot(), levels.upToDate(), campaigns, links.links(), names, parked, kept)
                .figures(now);
    }

    /** How the plans of this shift are kept. */
    private static Map<UUID, PlanKept> kept(Connection connection, Instant now) {
        Instant from = now.minus(PLANS_BACK);
        Map<UUID, List<Planned>> plans = ShiftRows.everybody(connection, from, now);
        if (plans.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Change>> changes = ShiftRows.changes(connection, List.copyOf(plans.keySet()), from, now);
        Map<UUID, PlanKept> all = new HashMap<>();
        plans.forEach(
                (person, plan) -> all.put(person, PlanKept.of(plan, changes.getOrDefault(person, List.of()), now)));
        return all;
    }

    /** The campaigns that stand still, each with why and until when. */
    synchronized List<String> halts() {
        refresh(clock.instant());
        return campaigns.stream()
                .map(campaign -> campaign.campaignId() + " " + FloorTiles.halt(campaign))
                .toList();
    }

    private void refresh(Instant now) {
        boolean namesOld = Duration.between(namesRead, now).compareTo(NAMES_LAST) > 0;
        boolean campaignsOld = Duration.between(campaignsRead, now).compareTo(CAMPAIGNS_LAST) > 0;
        boolean plansOld = Duration.between(keptRead, now).compareTo(PLANS_LAST) > 0;
        if (!namesOld && !campaignsOld && !plansOld) {
            return;
        }
        try (Connection connection = everyClient.getConnection()) {
            if (namesOld) {
                names = FloorReader.names(connection);
                namesRead = now;
            }
            if (campaignsOld) {
                campaigns = FloorReader.campaigns(connection, now);
                parked = aside.toBeLookedAt();
                campaignsRead = now;
            }
            if (plansOld) {
                kept = kept(connection, now);
                keptRead = now;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the floor's names and campaigns", e);
        }
    }
}
