package org.fairlead.reporting.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.agreement.Formula;
import org.fairlead.agreement.ServiceLevel;
import org.fairlead.reporting.FloorFigures;
import org.fairlead.reporting.FloorFigures.AgentFigures;
import org.fairlead.reporting.FloorFigures.CampaignFigures;
import org.fairlead.reporting.FloorFigures.Halt;
import org.fairlead.reporting.entity.CampaignDay.Stock;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.FloorSnapshot.AgentNow;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FloorTilesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ClientId LUMEN = new ClientId(1);
    private static final ClientId ANADOLU = new ClientId(2);

    @Test
    void spareSaysHowManyMoreMayBeLate() {
        ServiceLevel above = new ServiceLevel(Formula.ANSWERED_IN_TIME_OF_ALL, 90, 100);
        ServiceLevel below = new ServiceLevel(Formula.ANSWERED_IN_TIME_OF_ALL, 70, 100);

        assertThat(FloorTiles.spare(above, new BigDecimal("80"))).isEqualTo(12);
        assertThat(FloorTiles.spare(below, new BigDecimal("80"))).isEqualTo(-13);
    }

    @Test
    void aViewerSeesAgentsOfTheirClientsWithoutWhatIsDoneForOthers() {
        UUID contact = UUID.randomUUID();
        AgentNow shared = agent("shared", Presence.ON_CONTACT, 2, contact, Set.of(1, 2));
        AgentNow stranger = agent("stranger", Presence.AVAILABLE, 0, null, Set.of(3));

        FloorFigures seen = floor(shared, stranger).within(Set.of(LUMEN));

        assertThat(seen.agents()).singleElement().satisfies(agent -> {
            assertThat(agent.name()).isEqualTo("shared");
            assertThat(agent.client()).isEqualTo(ClientId.OUTSOURCER);
            assertThat(agent.contactId()).isNull();
            assertThat(agent.serves()).containsExactly(LUMEN);
        });
    }

    @Test
    void anAgentTooLongInWrapUpIsStuckOneOnLunchIsNot() {
        AgentNow wrapUp = agent("wrapping", Presence.WRAP_UP, 2, UUID.randomUUID(), Set.of(2));
        AgentNow lunch = agent("eating", Presence.LUNCH, 0, null, Set.of(2));

        FloorFigures seen = floor(wrapUp, lunch).within(Set.of(ANADOLU));

        assertThat(seen.agents()).extracting(AgentFigures::stuck).containsExactly(true, false);
    }

    @Test
    void aCampaignThatMayCallNobodySaysWhyAndUntilWhen() {
        Instant monday = NOW.plusSeconds(86_400);

        assertThat(halt("RUNNING", 0, new Stock(true, false, monday, "IT-TM-HRS")))
                .isEqualTo(new Halt(Halt.Why.DENIED, "IT-TM-HRS", monday));
        assertThat(halt("RUNNING", 0, new Stock(true, false, monday, null)))
                .isEqualTo(new Halt(Halt.Why.WAITING, null, monday));
        assertThat(halt("RUNNING", 0, new Stock(false, false, null, null)))
                .isEqualTo(new Halt(Halt.Why.USED_UP, null, null));
        assertThat(halt("RUNNING", 2, new Stock(true, false, monday, "IT-TM-HRS")))
                .isNull();
        assertThat(halt("RUNNING", 0, new Stock(true, true, monday, "IT-TM-HRS")))
                .isNull();
        assertThat(halt("PAUSED", 0, new Stock(false, false, null, null))).isNull();
    }

    @Test
    void aCampaignWhoseNextAbandonedCallCouldBreakItsCapSaysThatItHoldsBack() {
        Stock some = new Stock(true, true, null, null);

        assertThat(campaign("RUNNING", 0, 400, 11, some).stopped()).isFalse();
        assertThat(campaign("RUNNING", 0, 400, 12, some).stopped()).isTrue();
        assertThat(campaign("RUNNING", 0, 10, 1, some).stopped()).isFalse();
        assertThat(campaign("RUNNING", 0, 400, 12, some).capPercent()).isEqualByComparingTo("3");
    }

    private static @Nullable Halt halt(String state, int inFlight, Stock stock) {
        return campaign(state, inFlight, 0, 0, stock).halt();
    }

    private static CampaignFigures campaign(String state, int inFlight, long answered, long abandoned, Stock stock) {
        CampaignDay day = new CampaignDay(
                1, UUID.randomUUID(), "Sales", "PREDICTIVE", state, inFlight, answered, abandoned, 0.03, "DAY", stock);
        FloorSnapshot snapshot = new FloorSnapshot(NOW, List.of(), List.of(), List.of());
        FloorNames names = new FloorNames(Map.of(), Map.of(), List.of(), Map.of());
        return new FloorTiles(snapshot, List.of(), List.of(day), List.of(), names, 0, Map.of())
                .figures(NOW)
                .campaigns()
                .get(0);
    }

    private static FloorFigures floor(AgentNow... agents) {
        FloorSnapshot snapshot = new FloorSnapshot(NOW, List.of(), List.of(agents), List.of());
        FloorNames names = new FloorNames(Map.of(), Map.of(), List.of(), Map.of());
        return new FloorTiles(snapshot, List.of(), List.of(), List.of(), names, 0, Map.of()).figures(NOW);
    }

    private static AgentNow agent(
            String name, Presence presence, int client, @Nullable UUID contact, Set<Integer> clients) {
        return new AgentNow(
                UUID.randomUUID(),
                name,
                name,
                1,
                presence,
                null,
                NOW.minusSeconds(900),
                client,
                contact,
                null,
                null,
                clients,
                false,
                null,
                null);
    }
}
