package org.fairlead.dialer.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.dialer.control.PlaceCallsTest.FakeBook;
import org.fairlead.dialer.control.PlaceCallsTest.FakeRouting;
import org.fairlead.routing.Announcement;
import org.fairlead.routing.OutboundCall;
import org.junit.jupiter.api.Test;

/** Calls that need no agent, beside calls that do. */
class AgentlessCallsTest {

    private final FakeRouting routing = new FakeRouting();
    private final Ticking clock = new Ticking();
    private final FakeBook book = new FakeBook();
    private final PlaceCalls calls = new PlaceCalls(routing, new Pacers(), clock);

    @Test
    void withoutAgentsItDialsEvenlyUpToItsLinesWhateverTheAgentsDo() {
        RunningCampaign news = PlaceCallsTest.campaign(3, "sales", DialMode.AGENTLESS);
        routing.free = 0;

        calls.round(List.of(news), book);
        int first = routing.placed.size();
        clock.now = PlaceCallsTest.NOW.plusMillis(500);
        calls.round(List.of(news), book);
        int halfASecondLater = routing.placed.size();
        clock.now = PlaceCallsTest.NOW.plusSeconds(60);
        calls.round(List.of(news), book);
        int afterAPause = routing.placed.size();
        routing.inFlight.put(news.campaignId(), 5);
        clock.now = PlaceCallsTest.NOW.plusSeconds(120);
        calls.round(List.of(news), book);

        assertThat(first).isEqualTo(1);
        assertThat(halfASecondLater).isEqualTo(2);
        assertThat(afterAPause).as("a pause is not made up for all at once").isEqualTo(6);
        assertThat(routing.placed).as("all lines are taken").hasSize(6);
        assertThat(routing.placed)
                .allSatisfy(call -> assertThat(call.announcement()).isEqualTo(new Announcement("Good day.", "1", "9")));
    }

    @Test
    void aModeIsSwitchedToAndFromAnnouncementsWhileTheCampaignRuns() {
        RunningCampaign sales = PlaceCallsTest.campaign(3, "sales", DialMode.PROGRESSIVE);
        routing.free = 2;

        calls.round(List.of(sales), book);
        calls.round(List.of(PlaceCallsTest.inMode(sales, DialMode.AGENTLESS)), book);
        routing.free = 1;
        calls.round(List.of(PlaceCallsTest.inMode(sales, DialMode.PROGRESSIVE)), book);

        assertThat(routing.placed)
                .extracting(call -> call.announcement() != null)
                .containsExactly(false, false, true, false);
    }

    @Test
    void callsWithoutAgentsTakeNoneFromOtherCampaigns() {
        RunningCampaign news = PlaceCallsTest.campaign(3, "sales", DialMode.AGENTLESS);
        RunningCampaign sales = PlaceCallsTest.campaign(3, "sales", DialMode.PROGRESSIVE);
        routing.free = 3;
        routing.inFlight.put(news.campaignId(), 5);

        calls.round(List.of(news, sales), book);

        assertThat(routing.placed).extracting(OutboundCall::campaignId).containsOnly(sales.campaignId());
        assertThat(routing.placed).hasSize(3);
    }

    private static final class Ticking extends Clock {
        private Instant now = PlaceCallsTest.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
