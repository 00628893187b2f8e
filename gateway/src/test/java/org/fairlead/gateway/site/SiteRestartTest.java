package org.fairlead.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.gateway.simulator.CustomerPlan;
import org.fairlead.gateway.simulator.Customers;
import org.fairlead.gateway.simulator.InboundCall;
import org.fairlead.gateway.simulator.OutboundHabits;
import org.fairlead.gateway.simulator.SimulatedEngine;
import org.fairlead.gateway.store.JournalStore;
import org.fairlead.gateway.time.TurnedTime;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway's process ends and another begins, while the engine and its calls live on. */
class SiteRestartTest {

    @TempDir
    Path folder;

    private final TurnedTime time = new TurnedTime();
    private final SimulatedEngine engine = new SimulatedEngine(
            "izmir", time, new Customers(1, OutboundHabits.USUAL.decidedByLastDigit(true)), UUID::randomUUID, 1);
    private final List<GatewayEvent> sent = new ArrayList<>();

    private Site begin(JournalStore store) {
        Site site = new Site("izmir", UUID.randomUUID(), time, engine, sent::add, store);
        site.open();
        return site;
    }

    private JournalStore store() throws IOException {
        return new JournalStore(folder.resolve("izmir"));
    }

    private UUID customerCalls() {
        return engine.ring(new InboundCall(
                "+908502001001",
                "+905321234561",
                new CustomerPlan(
                        CustomerPlan.Answer.HUMAN, Duration.ZERO, Duration.ZERO, Duration.ofHours(1), null, null, "1"),
                null));
    }

    private GatewayCommand.Head head(UUID call, long fence) {
        return new GatewayCommand.Head(
                UUID.randomUUID(), "izmir", call, fence, time.now().plusSeconds(30));
    }

    @Test
    void aLiveCallGoesOnAndItsNumbersNeverComeTwice() throws Exception {
        UUID call;
        try (JournalStore store = store()) {
            begin(store);
            call = customerCalls();
        }
        int before = sent.get(sent.size() - 1).head().sequence();

        try (JournalStore store = store()) {
            Site site = begin(store);
            site.reportLiveCalls();
            engine.customerHangsUp(call);
        }

        assertThat(sent.get(sent.size() - 2))
                .isInstanceOfSatisfying(GatewayEvent.LiveCalls.class, report -> assertThat(report.calls())
                        .extracting(GatewayEvent.LiveCall::call)
                        .containsExactly(call));
        GatewayEvent last = sent.get(sent.size() - 1);
        assertThat(last).isInstanceOf(GatewayEvent.CallEnded.class);
        assertThat(last.head().sequence()).isGreaterThan(before);
    }

    @Test
    void aDialThatIsSentAgainToTheNextProcessDoesNotLeaveAgain() throws Exception {
        UUID call = UUID.randomUUID();
        GatewayCommand dial = new GatewayCommand.Dial(head(call, 5), "+905321234561", "+908502001009", 20, false);
        try (JournalStore store = store()) {
            begin(store).handle(dial);
        }

        try (JournalStore store = store()) {
            begin(store).handle(dial);
        }

        assertThat(engine.figures().dialled()).isEqualTo(1);
    }

    @Test
    void aCentreThatWasReplacedIsRefusedByTheNextProcessToo() throws Exception {
        try (JournalStore store = store()) {
            begin(store).handle(new GatewayCommand.ReportLiveCalls(head(UUID.randomUUID(), 9)));
        }

        try (JournalStore store = store()) {
            UUID call = UUID.randomUUID();
            begin(store).handle(new GatewayCommand.Dial(head(call, 8), "+905321234561", "+908502001009", 20, false));
        }

        assertThat(sent.get(sent.size() - 1))
                .isInstanceOfSatisfying(GatewayEvent.CommandRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusalReason.FENCED));
    }

    @Test
    void aCallThatTheEngineLostMeanwhileEnds() throws Exception {
        UUID call;
        try (JournalStore store = store()) {
            begin(store);
            call = customerCalls();
        }
        SimulatedEngine fresh =
                new SimulatedEngine("izmir", time, new Customers(1, OutboundHabits.USUAL), UUID::randomUUID, 1);

        try (JournalStore store = store()) {
            Site site = new Site("izmir", UUID.randomUUID(), time, fresh, sent::add, store);
            site.open();
            site.reportLiveCalls();
        }

        assertThat(sent.get(sent.size() - 2)).isInstanceOfSatisfying(GatewayEvent.CallEnded.class, ended -> {
            assertThat(ended.head().call()).isEqualTo(call);
            assertThat(ended.by()).isEqualTo(GatewayEvent.Party.ENGINE);
        });
    }
}
