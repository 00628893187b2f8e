package org.fairlead.dialer.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.campaign.AgentlessPlan;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.Dialing.Window;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.OutboundCall;
import org.fairlead.routing.OutboundScene;
import org.fairlead.routing.OutboundScene.CallNow;
import org.fairlead.routing.OutboundScene.CrewNow;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceCallsTest {

    static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T17:00:00Z");

    private final FakeRouting routing = new FakeRouting();
    private final FakeBook book = new FakeBook();
    private final PlaceCalls calls = new PlaceCalls(routing, new Pacers(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void placesACallForEachReadyAgentThatHasNoneComing() {
        RunningCampaign sales = campaign(3, "sales", DialMode.PROGRESSIVE);
        routing.free = 4;
        routing.inFlight.put(sales.campaignId(), 1);

        calls.round(List.of(sales), book);

        assertThat(routing.placed).hasSize(3).allSatisfy(call -> {
            assertThat(call.campaignId()).isEqualTo(sales.campaignId());
            assertThat(call.callerId()).isEqualTo("+12125550100");
            assertThat(call.expiresAt()).isEqualTo(LATER);
        });
        assertThat(book.ended).isEmpty();
    }

    @Test
    void doesNotPromiseTheSameAgentsToTwoCampaigns() {
        RunningCampaign one = campaign(3, "sales", DialMode.PROGRESSIVE);
        RunningCampaign two = campaign(3, "sales", DialMode.PROGRESSIVE);
        routing.free = 4;

        calls.round(List.of(one, two), book);

        assertThat(routing.placed).hasSize(4);
    }

    @Test
    void showsALeadToEachReadyAgentAndFreesWhatNobodyCouldSee() {
        RunningCampaign early = campaign(2, "collections", DialMode.PREVIEW);
        routing.free = 2;
        routing.previewed = 1;

        calls.round(List.of(early), book);

        assertThat(routing.placed).hasSize(1);
        assertThat(book.ended).hasSize(1);
    }

    @Test
    void freesALeadWhoseCallWasRefusedAndLeavesAnyOtherFailureToRecovery() {
        RunningCampaign sales = campaign(3, "sales", DialMode.PROGRESSIVE);
        routing.free = 1;
        routing.trouble = new Refused("attempt.expired");

        calls.round(List.of(sales), book);
        routing.trouble = new Refused("engine.away");
        calls.round(List.of(sales), book);
        routing.trouble = new IllegalStateException("nobody knows whether it left");
        calls.round(List.of(sales), book);

        assertThat(book.taken).hasSize(3);
        assertThat(book.ended).hasSize(1);
    }

    @Test
    void oneCampaignsFailureDoesNotKeepOthersFromDialling() {
        RunningCampaign broken = campaign(2, "collections", DialMode.PROGRESSIVE);
        RunningCampaign sales = campaign(3, "sales", DialMode.PROGRESSIVE);
        routing.free = 1;
        book.broken.add(broken.campaignId());

        calls.round(List.of(broken, sales), book);

        assertThat(routing.placed).extracting(OutboundCall::campaignId).containsExactly(sales.campaignId());
    }

    @Test
    void dialsSoManyLinesForEachReadyAgentAsAPersonHasSet() {
        RunningCampaign sales = campaign(3, "sales", DialMode.POWER, new Dialing(2.5, 0.03, Window.DAY, 1));
        routing.free = 4;
        routing.inFlight.put(sales.campaignId(), 3);

        calls.round(List.of(sales), book);

        assertThat(routing.placed).hasSize(7);
    }

    @Test
    void stopsDiallingAheadBeforeTheLimitIsBroken() {
        RunningCampaign sales = campaign(3, "sales", DialMode.POWER, new Dialing(3, 0.03, Window.DAY, 1));
        routing.free = 4;
        routing.inFlight.put(sales.campaignId(), 1);
        book.counts.put(sales.campaignId(), new Dialing.Count(200, 6));

        calls.round(List.of(sales), book);

        assertThat(routing.placed).hasSize(3);
    }

    @Test
    void aRoundBetweenTwoGoesByWhatTheWindowsHeldAtTheLast() {
        RunningCampaign sales = campaign(3, "sales", DialMode.POWER, new Dialing(3, 0.03, Window.DAY, 1));
        routing.free = 2;
        calls.round(List.of(sales), book);
        int before = routing.placed.size();
        book.counts.put(sales.campaignId(), new Dialing.Count(200, 6));

        calls.again(List.of(sales), book);
        int between = routing.placed.size();
        calls.round(List.of(sales), book);

        assertThat(before).isEqualTo(6);
        assertThat(between).isEqualTo(12);
        assertThat(routing.placed).hasSize(14);
    }

    @Test
    void aCampaignOverItsLimitStaysSoWhenItsWindowCannotBeRead() {
        RunningCampaign sales = campaign(3, "sales", DialMode.POWER, new Dialing(3, 0.03, Window.DAY, 1));
        routing.free = 2;
        book.counts.put(sales.campaignId(), new Dialing.Count(200, 6));
        calls.round(List.of(sales), book);
        int before = routing.placed.size();
        book.away = true;

        assertThatThrownBy(() -> calls.round(List.of(sales), book)).isInstanceOf(IllegalStateException.class);
        calls.again(List.of(sales), book);

        assertThat(before).isEqualTo(2);
        assertThat(routing.placed).hasSize(4);
    }

    @Test
    void campaignsThatShareAgentsShareTheirCallsByWeight() {
        RunningCampaign heavy = campaign(3, "sales", DialMode.POWER, new Dialing(2, 0.03, Window.DAY, 3));
        RunningCampaign light = campaign(3, "sales", DialMode.POWER, new Dialing(2, 0.03, Window.DAY, 1));
        routing.free = 6;

        calls.round(List.of(heavy, light), book);

        assertThat(routing.placed).hasSize(12);
        assertThat(routing.placed)
                .filteredOn(call -> call.campaignId().equals(heavy.campaignId()))
                .hasSize(9);
    }

    @Test
    void campaignsThatWaitForReadyAgentsShareThemByWeightToo() {
        RunningCampaign heavy = campaign(3, "sales", DialMode.PROGRESSIVE, new Dialing(1.5, 0.03, Window.DAY, 3));
        RunningCampaign light = campaign(3, "sales", DialMode.PROGRESSIVE, new Dialing(1.5, 0.03, Window.DAY, 1));
        routing.free = 1;

        for (int i = 0; i < 8; i++) {
            calls.round(List.of(light, heavy), book);
        }

        assertThat(routing.placed)
                .hasSize(8)
                .filteredOn(call -> call.campaignId().equals(heavy.campaignId()))
                .hasSize(6);
    }

    @Test
    void aCampaignWithoutLeadsKeepsNoAgentsFromTheOthers() {
        RunningCampaign empty = campaign(3, "sales", DialMode.PREDICTIVE);
        RunningCampaign full = campaign(3, "sales", DialMode.PREDICTIVE);
        RunningCampaign bare = campaign(2, "cards", DialMode.PROGRESSIVE);
        RunningCampaign rich = campaign(2, "cards", DialMode.PROGRESSIVE);
        routing.free = 4;
        book.empty.addAll(List.of(empty.campaignId(), bare.campaignId()));

        calls.round(List.of(empty, full), book);
        calls.round(List.of(empty, full), book);
        int ahead = routing.placed.size();
        calls.round(List.of(bare, rich), book);

        assertThat(ahead).isEqualTo(6);
        assertThat(routing.placed).hasSize(10).noneMatch(call -> book.empty.contains(call.campaignId()));
    }

    @Test
    void aCampaignThatChangesItsModeWhileItRunsDialsTheNewWayInTheNextRound() {
        RunningCampaign sales = campaign(3, "sales", DialMode.MANUAL);
        routing.free = 4;

        calls.round(List.of(sales), book);
        int byHand = routing.placed.size();
        calls.round(List.of(inMode(sales, DialMode.POWER)), book);
        int byPower = routing.placed.size();
        calls.round(List.of(inMode(sales, DialMode.PROGRESSIVE)), book);

        assertThat(byHand).isZero();
        assertThat(byPower).isEqualTo(6);
        assertThat(routing.placed).hasSize(10);
    }

    static RunningCampaign inMode(RunningCampaign c, DialMode mode) {
        return new RunningCampaign(
                c.client(),
                c.campaignId(),
                c.programId(),
                c.name(),
                mode,
                c.gateway(),
                c.callerId(),
                c.language(),
                c.skills(),
                c.country(),
                c.clientCountry(),
                c.ringSeconds(),
                c.detectMachine(),
                c.wrapUpSeconds(),
                c.previewSeconds(),
                c.limits(),
                c.zone(),
                c.dialing(),
                c.agentless());
    }

    @Test
    void inboundContactsThatWaitSlowOutboundFirst() {
        RunningCampaign sales = campaign(3, "sales", DialMode.POWER, new Dialing(2, 0.03, Window.DAY, 1));
        routing.free = 5;
        routing.claimed = 4;

        calls.round(List.of(sales), book);

        assertThat(routing.placed).hasSize(2);
    }

    @Test
    void predictiveBeginsWithALineForEachReadyAgentAndManualPlacesNothing() {
        routing.free = 3;

        calls.round(List.of(campaign(3, "sales", DialMode.PREDICTIVE)), book);
        int predictive = routing.placed.size();
        calls.round(List.of(campaign(3, "sales", DialMode.MANUAL)), book);

        assertThat(predictive).isEqualTo(3);
        assertThat(routing.placed).hasSize(3);
    }

    static RunningCampaign campaign(int client, String skill, DialMode mode) {
        return campaign(client, skill, mode, Dialing.USUAL);
    }

    static RunningCampaign campaign(int client, String skill, DialMode mode, Dialing dialing) {
        return new RunningCampaign(
                new ClientId(client),
                Ids.next(),
                Ids.next(),
                "Campaign",
                mode,
                "manila",
                "+12125550100",
                "en",
                Map.of(skill, 1),
                "US",
                "US",
                25,
                true,
                60,
                120,
                new OutreachLimits("TELESALES", LocalTime.of(9, 0), LocalTime.of(20, 0), 3, 7),
                "America/New_York",
                dialing,
                new AgentlessPlan(Map.of("en", "Good day.", "tr", "İyi günler."), "1", "9", 5, 120));
    }

    static final class FakeBook implements PlaceCalls.Book {
        final List<TakenLead> taken = new ArrayList<>();
        final List<TakenLead> ended = new ArrayList<>();
        final Set<UUID> broken = new HashSet<>();
        final Set<UUID> empty = new HashSet<>();
        final Map<UUID, Dialing.Count> counts = new HashMap<>();
        boolean away;

        @Override
        public List<TakenLead> take(RunningCampaign campaign, int wanted) {
            if (broken.contains(campaign.campaignId())) {
                throw new IllegalStateException("broken");
            }
            List<TakenLead> now = new ArrayList<>();
            if (empty.contains(campaign.campaignId())) {
                return now;
            }
            for (int i = 0; i < wanted; i++) {
                now.add(new TakenLead(Ids.next(), Ids.next(), "+1212200000" + i, "en", LATER));
            }
            taken.addAll(now);
            return now;
        }

        @Override
        public Dialing.Count abandonment(RunningCampaign campaign) {
            if (away) {
                throw new IllegalStateException("no connection");
            }
            return counts.getOrDefault(campaign.campaignId(), Dialing.Count.NONE);
        }

        @Override
        public void notLeft(RunningCampaign campaign, TakenLead lead) {
            ended.add(lead);
        }
    }

    static final class FakeRouting implements Outbound {
        final Map<UUID, Integer> inFlight = new HashMap<>();
        final List<OutboundCall> placed = new ArrayList<>();
        int free;
        int previewed;
        int claimed;

        @Nullable
        RuntimeException trouble;

        @Override
        public int free(ClientId client, Map<String, Integer> skills) {
            return free;
        }

        @Override
        public int inFlight(ClientId client, UUID campaignId) {
            return inFlight.getOrDefault(campaignId, 0);
        }

        @Override
        public OutboundScene scene(Map<CampaignId, Map<String, Integer>> campaigns) {
            List<CallNow> calls = new ArrayList<>();
            inFlight.forEach((campaign, many) -> {
                for (int i = 0; i < many; i++) {
                    calls.add(new CallNow(
                            Ids.next(), campaign, OutboundScene.Stage.RINGING, NOW.minusSeconds(3), null, null, null));
                }
            });
            List<CrewNow> crew = new ArrayList<>();
            for (int i = 0; i < free; i++) {
                crew.add(new CrewNow(new UUID(1, i), OutboundScene.Doing.READY, NOW.minusSeconds(60)));
            }
            return new OutboundScene(NOW, calls, crew, claimed);
        }

        @Override
        public void place(OutboundCall call) {
            if (trouble != null) {
                throw trouble;
            }
            placed.add(call);
        }

        @Override
        public void withdraw(ClientId client, UUID attemptId) {
            placed.removeIf(call -> call.attemptId().equals(attemptId));
        }

        @Override
        public boolean preview(OutboundCall call) {
            if (previewed-- <= 0) {
                return false;
            }
            placed.add(call);
            return true;
        }
    }
}
