package org.fairlead.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.fairlead.gateway.engine.SupervisedTalkContract;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.simulator.CallRecord.Outcome;
import org.fairlead.gateway.time.TurnedTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedEngineTest extends SupervisedTalkContract {

    private static final String OURS = "+390280001001";

    private final TurnedTime time = new TurnedTime();
    private final OutboundHabits patient = new OutboundHabits(true, 1, 0, 0, 0, 0, 0, 0, 1, 3, 3600, 3600, 0);
    private final SimulatedEngine engine =
            new SimulatedEngine("tirana", time, new Customers(1, patient), UUID::randomUUID, 1);

    @BeforeEach
    void start() {
        engine.start(heard);
    }

    @Override
    protected TelephonyEngine engine() {
        return engine;
    }

    @Override
    protected UUID customerCalls() {
        return ring(plan(3600, null, null));
    }

    @Override
    protected void customerHangsUp(UUID call) throws Exception {
        engine.customerHangsUp(call);
    }

    @Override
    protected void pass(BooleanSupplier until) {
        time.turnUntil(until, Duration.ofSeconds(20));
    }

    @Override
    protected void letSpeak() {
        time.turn(Duration.ofSeconds(5));
    }

    private UUID ring(CustomerPlan plan) {
        return engine.ring(new InboundCall(OURS, "+393471234567", plan, null));
    }

    private static CustomerPlan plan(int patience, Integer talk, Integer hangUpAfter) {
        return new CustomerPlan(
                CustomerPlan.Answer.HUMAN,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(patience),
                talk == null ? null : Duration.ofSeconds(talk),
                hangUpAfter == null ? null : Duration.ofSeconds(hangUpAfter),
                "1");
    }

    private Outcome outcomeOf(UUID call) {
        return engine.calls().stream()
                .filter(record -> record.call().equals(call))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void aCustomerWithoutPatienceAbandons() {
        UUID call = ring(plan(10, 60, null));

        time.turn(Duration.ofSeconds(11));

        assertThat(heard.kindsOf(call)).containsExactly("CallOffered", "CallEnded");
        assertThat(outcomeOf(call)).isEqualTo(Outcome.ABANDONED);
    }

    @Test
    void aCustomerWhoIsServedHangsUpAfterTheTalk() throws Exception {
        UUID call = ring(plan(10, 60, null));
        time.turn(Duration.ofSeconds(5));

        engine.connect(call, "besa", "");
        time.turn(Duration.ofSeconds(59));
        assertThat(heard.kindsOf(call)).endsWith("Connected");
        time.turn(Duration.ofSeconds(2));

        assertThat(heard.kindsOf(call)).endsWith("CallEnded");
        assertThat(outcomeOf(call)).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void aCustomerTimedToHangUpDoesSoWhateverHappens() throws Exception {
        UUID call = ring(plan(600, null, 20));

        engine.connect(call, "besa", "");
        time.turn(Duration.ofSeconds(21));

        assertThat(heard.kindsOf(call)).endsWith("CallEnded");
    }

    @Test
    void hasteMakesLifeShorter() {
        SimulatedEngine hasty = new SimulatedEngine("x", time, new Customers(1, patient), UUID::randomUUID, 10);
        hasty.start(heard);

        UUID call = hasty.ring(new InboundCall(OURS, "+393471234567", plan(10, null, null), null));
        time.turn(Duration.ofMillis(1001));

        assertThat(heard.kindsOf(call)).endsWith("CallEnded");
    }

    @Test
    void figuresAddUp() throws Exception {
        ring(plan(1, null, null));
        UUID refused = ring(plan(100, null, null));
        ring(plan(100, null, null));
        engine.hangUp(refused);
        engine.dial(UUID.randomUUID(), new TelephonyEngine.DialOrder("+390299990002", "+390280001009", 20, true));

        time.turn(Duration.ofSeconds(5));

        SimulatorFigures figures = engine.figures();
        assertThat(figures.offered()).isEqualTo(3);
        assertThat(figures.dialled()).isEqualTo(1);
        assertThat(figures.live()).isEqualTo(1);
        assertThat(figures.outcomes())
                .containsEntry(Outcome.ABANDONED, 1L)
                .containsEntry(Outcome.REFUSED, 1L)
                .containsEntry(Outcome.BUSY, 1L)
                .hasSize(3);
    }
}
