package org.fairlead.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.gateway.simulator.CustomerPlan;
import org.fairlead.gateway.simulator.Customers;
import org.fairlead.gateway.simulator.InboundCall;
import org.fairlead.gateway.simulator.OutboundHabits;
import org.fairlead.gateway.simulator.SimulatedEngine;
import org.fairlead.gateway.store.ForgetfulStore;
import org.fairlead.gateway.time.TurnedTime;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.LiveCall;
import org.fairlead.jms.GatewayEvent.RefusalReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteTest {

    private static final UUID RUN = UUID.randomUUID();
    private static final String PERSON = "+905321234561";

    private final TurnedTime time = new TurnedTime();
    private final List<GatewayEvent> sent = new ArrayList<>();
    private final SimulatedEngine engine = new SimulatedEngine(
            "izmir", time, new Customers(1, OutboundHabits.USUAL.decidedByLastDigit(true)), UUID::randomUUID, 1);
    private final Site site = new Site("izmir", RUN, time, engine, sent::add, new ForgetfulStore());
    private long fence = 5;

    @BeforeEach
    void open() {
        site.open();
    }

    private GatewayCommand.Head head(UUID call) {
        return new GatewayCommand.Head(UUID.randomUUID(), "izmir", call, fence, in(30));
    }

    private Instant in(int seconds) {
        return time.now().plusSeconds(seconds);
    }

    private UUID customerCalls() {
        return engine.ring(new InboundCall(
                "+908502001001",
                PERSON,
                new CustomerPlan(
                        CustomerPlan.Answer.HUMAN, Duration.ZERO, Duration.ZERO, Duration.ofHours(1), null, null, "1"),
                null));
    }

    private UUID dial(int secondsToLive) {
        UUID call = UUID.randomUUID();
        GatewayCommand.Head head = new GatewayCommand.Head(UUID.randomUUID(), "izmir", call, fence, in(secondsToLive));
        site.handle(new GatewayCommand.Dial(head, PERSON, "+908502001009", 25, false));
        return call;
    }

    private List<GatewayEvent> of(UUID call) {
        return sent.stream().filter(event -> event.head().call().equals(call)).toList();
    }

    private GatewayEvent.CommandRefused refusal() {
        return (GatewayEvent.CommandRefused) sent.get(sent.size() - 1);
    }

    @Test
    void numbersTheEventsOfACall() {
        UUID call = customerCalls();

        site.handle(new GatewayCommand.Connect(head(call), "elif", ""));
        time.turn(Duration.ofSeconds(1));
        site.handle(new GatewayCommand.HangUp(head(call)));

        assertThat(of(call))
                .extracting(event ->
                        event.head().sequence() + " " + event.getClass().getSimpleName())
                .containsExactly("1 CallOffered", "2 Connected", "3 CallEnded");
    }

    @Test
    void carriesACommandOutOnceHoweverOftenItComes() {
        UUID call = customerCalls();
        GatewayCommand connect = new GatewayCommand.Connect(head(call), "elif", "");

        assertThat(site.handle(connect)).isTrue();
        assertThat(site.handle(connect)).isFalse();
        time.turn(Duration.ofSeconds(1));
        site.handle(connect);
        time.turn(Duration.ofMinutes(59));
        assertThat(site.handle(connect)).isFalse();

        assertThat(of(call)).hasSize(2);
    }

    @Test
    void refusesAStaleDialWithTheOnlyEventOfItsCall() {
        UUID call = dial(0);

        time.turn(Duration.ofMinutes(1));

        assertThat(of(call)).hasSize(1);
        assertThat(refusal().reason()).isEqualTo(RefusalReason.EXPIRED);
        assertThat(refusal().head().sequence()).isEqualTo(1);
        assertThat(engine.liveCalls()).isEmpty();
    }

    @Test
    void aCarrierTakesOnlySoManyCallsInASecond() {
        site.handle(new GatewayCommand.SetTrunk(head(UUID.randomUUID()), "", "", "", 2, 0));

        List<UUID> calls = List.of(dial(30), dial(30), dial(30), dial(1));
        int atOnce = engine.liveCalls().size();
        time.turn(Duration.ofMillis(510));
        int later = engine.liveCalls().size();
        time.turn(Duration.ofSeconds(3));

        assertThat(atOnce).isEqualTo(1);
        assertThat(later).isEqualTo(2);
        assertThat(of(calls.get(2))).isNotEmpty();
        assertThat(of(calls.get(3)))
                .as("too old when its turn came")
                .singleElement()
                .isInstanceOfSatisfying(GatewayEvent.CommandRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusalReason.EXPIRED));
    }

    @Test
    void aDialThatIsTakenBackWhileItWaitsForItsTurnNeverLeaves() {
        site.handle(new GatewayCommand.SetTrunk(head(UUID.randomUUID()), "", "", "", 1, 0));
        dial(30);
        UUID waiting = dial(30);

        site.handle(new GatewayCommand.Withdraw(head(waiting)));
        time.turn(Duration.ofSeconds(2));

        assertThat(of(waiting)).singleElement().isInstanceOf(GatewayEvent.CommandRefused.class);
    }

    @Test
    void aCarrierTakesOnlySoManyCallsAtOnce() {
        site.handle(new GatewayCommand.SetTrunk(head(UUID.randomUUID()), "", "", "", 0, 1));
        UUID first = dial(30);

        UUID second = dial(30);
        site.handle(new GatewayCommand.HangUp(head(first)));
        UUID third = dial(30);

        assertThat(of(second))
                .singleElement()
                .isInstanceOfSatisfying(GatewayEvent.DialFailed.class, failed -> assertThat(failed.cause())
                        .isEqualTo(GatewayEvent.FailureCause.CONGESTION));
        assertThat(engine.liveCalls()).containsExactly(third);
    }

    @Test
    void anAgentsNumberIsALineOfItsOwnUntilTheAgentIsOutOfIt() {
        site.handle(new GatewayCommand.SetTrunk(head(UUID.randomUUID()), "", "", "", 0, 2));
        UUID call = customerCalls();
        site.handle(new GatewayCommand.RingNumber(head(call), "elif", PERSON, "+908502001009", 25, "", "en"));

        UUID oneTooMany = dial(30);
        time.turn(Duration.ofSeconds(20));
        site.handle(new GatewayCommand.HangUp(head(call)));
        UUID free = dial(30);

        assertThat(of(oneTooMany)).singleElement().isInstanceOf(GatewayEvent.DialFailed.class);
        assertThat(engine.liveCalls()).containsExactly(free);
    }

    @Test
    void anAgentsNumberWaitsForItsTurnAtTheCarrier() {
        site.handle(new GatewayCommand.SetTrunk(head(UUID.randomUUID()), "", "", "", 1, 0));
        UUID call = customerCalls();
        dial(30);
        site.handle(new GatewayCommand.RingNumber(head(call), "elif", PERSON, "+908502001009", 25, "", "en"));
        GatewayCommand.Head brief = new GatewayCommand.Head(UUID.randomUUID(), "izmir", call, fence, in(1));
        site.handle(new GatewayCommand.RingNumber(brief, "elif", PERSON, "+908502001009", 25, "", "en"));

        time.turn(Duration.ofMillis(900));
        int early = of(call).size();
        time.turn(Duration.ofSeconds(30));

        assertThat(early).as("nothing but the call itself").isEqualTo(1);
        assertThat(of(call)).anyMatch(event -> event instanceof GatewayEvent.CommandRefused);
        assertThat(of(call))
                .anyMatch(event ->
                        event instanceof GatewayEvent.Connected || event instanceof GatewayEvent.ConnectFailed);
    }

    @Test
    void aDialThatWasTakenBackNeverBegins() {
        UUID call = UUID.randomUUID();
        GatewayCommand.Head head = new GatewayCommand.Head(UUID.randomUUID(), "izmir", call, fence, in(30));

        site.handle(new GatewayCommand.Withdraw(head(call)));
        site.handle(new GatewayCommand.Dial(head, PERSON, "+908502001009", 25, false));
        time.turn(Duration.ofMinutes(1));

        assertThat(of(call)).hasSize(1);
        assertThat(refusal().reason()).isEqualTo(RefusalReason.EXPIRED);
        assertThat(engine.liveCalls()).isEmpty();
    }

    @Test
    void aDialThatRingsStopsWhenItIsTakenBack() {
        UUID call = dial(30);

        site.handle(new GatewayCommand.Withdraw(head(call)));
        time.turn(Duration.ofMinutes(1));

        assertThat(of(call)).last().isInstanceOf(GatewayEvent.CallEnded.class);
        assertThat(of(call)).noneMatch(GatewayEvent.Answered.class::isInstance);
    }

    @Test
    void whatRingsIsLetGoWhenTheCentreIsGoneAndWhoTalksStays() {
        UUID talks = customerCalls();
        site.handle(new GatewayCommand.Connect(head(talks), "elif", ""));
        UUID call = dial(30);
        time.turn(Duration.ofMillis(200));

        site.lost(() -> false);
        time.turn(Duration.ofMinutes(1));

        assertThat(of(call)).last().isInstanceOf(GatewayEvent.CallEnded.class);
        assertThat(of(call)).noneMatch(GatewayEvent.Answered.class::isInstance);
        assertThat(engine.liveCalls()).containsExactly(talks);
    }

    @Test
    void whatRingsGoesOnWhenTheCentreIsBackInAMoment() {
        UUID call = dial(30);

        site.lost(() -> true);
        time.turn(Duration.ofMinutes(1));

        assertThat(of(call)).anyMatch(GatewayEvent.Answered.class::isInstance);
    }

    @Test
    void whatWaitsForItsTurnDoesNotLeaveWhileTheCentreIsGone() {
        site.handle(new GatewayCommand.SetTrunk(head(UUID.randomUUID()), "", "", "", 1, 0));
        site.lost(() -> false);
        dial(30);
        dial(30);
        UUID late = dial(30);

        time.turn(Duration.ofSeconds(5));
        site.found();

        assertThat(of(late)).singleElement().isInstanceOf(GatewayEvent.CommandRefused.class);
        assertThat(engine.figures().dialled()).isEqualTo(1);
    }

    @Test
    void refusesAStaleCommandOfALiveCallAsTheCallsNextEvent() {
        UUID call = customerCalls();
        GatewayCommand.Head stale = new GatewayCommand.Head(UUID.randomUUID(), "izmir", call, fence, in(-1));

        site.handle(new GatewayCommand.Connect(stale, "elif", ""));

        assertThat(refusal().head().call()).isEqualTo(call);
        assertThat(refusal().head().sequence()).isEqualTo(2);
        assertThat(refusal().command()).isEqualTo(stale.id());
    }

    @Test
    void refusesACentreThatWasReplaced() {
        UUID call = customerCalls();
        fence = 6;
        site.handle(new GatewayCommand.Play(head(call), "greeting", "tr", false));
        fence = 5;

        site.handle(new GatewayCommand.Connect(head(call), "elif", ""));
        UUID dialled = dial(30);
        time.turn(Duration.ofMinutes(1));

        assertThat(of(call)).noneMatch(GatewayEvent.Connected.class::isInstance);
        assertThat(of(dialled)).hasSize(1);
        assertThat(((GatewayEvent.CommandRefused) of(dialled).get(0)).reason()).isEqualTo(RefusalReason.FENCED);
    }

    @Test
    void refusesWhatTheEngineRefuses() {
        UUID call = customerCalls();

        site.handle(new GatewayCommand.Resume(head(call)));

        assertThat(refusal().reason()).isEqualTo(RefusalReason.ILLEGAL_NOW);
    }

    @Test
    void saysNothingOfACallAfterItsEndNotEvenARefusal() {
        UUID call = customerCalls();
        site.handle(new GatewayCommand.HangUp(head(call)));

        site.handle(new GatewayCommand.Hold(head(call)));

        assertThat(of(call)).hasSize(2);
        assertThat(refusal().reason()).isEqualTo(RefusalReason.UNKNOWN_CALL);
        assertThat(refusal().head().call()).isEqualTo(RUN);
    }

    @Test
    void tellsTheCentreWhichCommandItCouldNotRead() {
        UUID command = UUID.randomUUID();

        site.refuseUnreadable(command.toString());
        site.refuseUnreadable("");

        assertThat(sent).hasSize(1);
        assertThat(refusal().reason()).isEqualTo(RefusalReason.MALFORMED);
        assertThat(refusal().command()).isEqualTo(command);
    }

    @Test
    void dialsACallOnceEvenForAnotherCommand() {
        UUID call = dial(30);
        time.turn(Duration.ofSeconds(20));
        int before = of(call).size();

        site.handle(new GatewayCommand.Dial(head(call), PERSON, "+908502001009", 25, false));

        assertThat(refusal().reason()).isEqualTo(RefusalReason.ILLEGAL_NOW);
        assertThat(of(call)).hasSizeLessThanOrEqualTo(before + 1);
        assertThat(engine.figures().dialled()).isEqualTo(1);
    }

    @Test
    void reportsTheLiveCallsWithTheirLastSequence() {
        UUID waiting = customerCalls();
        UUID dialling = dial(30);

        site.handle(new GatewayCommand.ReportLiveCalls(head(UUID.randomUUID())));

        GatewayEvent.LiveCalls report = (GatewayEvent.LiveCalls) sent.get(sent.size() - 1);
        assertThat(report.head().call()).isEqualTo(RUN);
        assertThat(report.calls())
                .containsExactlyInAnyOrder(new LiveCall(waiting, 1, true), new LiveCall(dialling, 0, false));
    }

    @Test
    void endsCallsThatTheEngineHasLost() {
        UUID call = customerCalls();
        engine.close();

        site.reportLiveCalls();

        assertThat(((GatewayEvent.CallEnded) of(call).get(1)).by()).isEqualTo(GatewayEvent.Party.ENGINE);
        assertThat(((GatewayEvent.LiveCalls) sent.get(sent.size() - 1)).calls()).isEmpty();
    }

    @Test
    void measuresTheLink() {
        site.probe(() -> true);
        GatewayEvent.Probe first = (GatewayEvent.Probe) sent.get(0);
        assertThat(first.lastRoundTripMillis()).isEqualTo(-1);

        time.turn(Duration.ofMillis(40));
        site.handle(new GatewayCommand.ProbeReply(head(RUN), first.head().sequence()));
        time.turn(Duration.ofSeconds(5));

        GatewayEvent.Probe second = (GatewayEvent.Probe) sent.get(1);
        assertThat(second.lastRoundTripMillis()).isEqualTo(40);
        assertThat(second.head().sequence()).isEqualTo(2);
    }

    @Test
    void measuresNothingWhileThereIsNoLink() {
        site.probe(() -> false);

        time.turn(Duration.ofMinutes(1));

        assertThat(sent).isEmpty();
    }
}
