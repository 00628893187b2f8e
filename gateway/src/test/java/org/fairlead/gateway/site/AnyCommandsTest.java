package org.fairlead.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.fairlead.gateway.simulator.CustomerPlan;
import org.fairlead.gateway.simulator.Customers;
import org.fairlead.gateway.simulator.InboundCall;
import org.fairlead.gateway.simulator.OutboundHabits;
import org.fairlead.gateway.simulator.SimulatedEngine;
import org.fairlead.gateway.store.ForgetfulStore;
import org.fairlead.gateway.time.TurnedTime;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.RecordingState;

/**
 * Whatever the centre commands, in whatever order, twice, late or out of date: each call's events are numbered 1, 2,
 * 3, it ends exactly once, and it says nothing afterwards.
 */
class AnyCommandsTest {

    private static final int CALLS = 4;
    private static final int INBOUND = 2;

    /** One step of a careless centre. */
    private record Step(int command, int call, int millisLater, int fence, boolean stale, boolean twice) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 16),
                        Arbitraries.integers().between(0, CALLS - 1),
                        Arbitraries.integers().between(0, 9_000),
                        Arbitraries.frequency(Tuple.of(9, 5), Tuple.of(1, 6)),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(true, false))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 200)
    void neverMakeAnIllegalStory(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        Play play = new Play(seed);

        steps.forEach(play::take);
        play.endOfDay();

        play.callsToldOf().forEach((call, story) -> assertLegal(story));
        assertThat(play.engine.liveCalls()).isEmpty();
    }

    private static void assertLegal(List<GatewayEvent> story) {
        for (int i = 0; i < story.size(); i++) {
            assertThat(story.get(i).head().sequence()).isEqualTo(i + 1);
        }
        List<GatewayEvent> ends = story.stream().filter(AnyCommandsTest::isEnd).toList();
        if (isRefusedDial(story)) {
            assertThat(ends).isEmpty();
        } else {
            assertThat(ends).hasSize(1);
            assertThat(story.get(story.size() - 1)).isSameAs(ends.get(0));
        }
        boolean connected = false;
        boolean held = false;
        for (GatewayEvent event : story) {
            if (event instanceof GatewayEvent.Connected) {
                assertThat(connected).isFalse();
                connected = true;
            } else if (event instanceof GatewayEvent.AgentLeft) {
                assertThat(connected).isTrue();
                connected = false;
                held = false;
            } else if (event instanceof GatewayEvent.Held) {
                assertThat(connected && !held).isTrue();
                held = true;
            } else if (event instanceof GatewayEvent.Resumed) {
                assertThat(connected && held).isTrue();
                held = false;
            }
        }
    }

    private static boolean isEnd(GatewayEvent event) {
        return event instanceof GatewayEvent.CallEnded || event instanceof GatewayEvent.DialFailed;
    }

    /** A dial that was refused before it left: nothing but the refusal was ever said. */
    private static boolean isRefusedDial(List<GatewayEvent> story) {
        return story.size() == 1 && story.get(0) instanceof GatewayEvent.CommandRefused;
    }

    private static final class Play {
        private final TurnedTime time = new TurnedTime();
        private final List<GatewayEvent> sent = new ArrayList<>();
        private final UUID run = UUID.randomUUID();
        private final SimulatedEngine engine;
        private final Site site;
        private final List<UUID> calls = new ArrayList<>();

        Play(long seed) {
            engine = new SimulatedEngine("izmir", time, new Customers(seed, OutboundHabits.USUAL), UUID::randomUUID, 1);
            site = new Site("izmir", run, time, engine, sent::add, new ForgetfulStore());
            site.open();
            for (int i = 0; i < INBOUND; i++) {
                CustomerPlan plan = new CustomerPlan(
                        CustomerPlan.Answer.HUMAN,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofSeconds(30 + Math.floorMod(seed, 60)),
                        i == 0 ? Duration.ofSeconds(40) : null,
                        null,
                        "12");
                calls.add(engine.ring(new InboundCall("+908502001001", "+905321234567", plan, null)));
            }
            while (calls.size() < CALLS) {
                calls.add(UUID.randomUUID());
            }
        }

        void take(Step step) {
            time.turn(Duration.ofMillis(step.millisLater()));
            GatewayCommand command = command(step);
            site.handle(command);
            if (step.twice()) {
                site.handle(command);
            }
        }

        private GatewayCommand command(Step step) {
            UUID call = calls.get(step.call());
            GatewayCommand.Head head = new GatewayCommand.Head(
                    UUID.randomUUID(), "izmir", call, step.fence(), time.now().plusSeconds(step.stale() ? -1 : 20));
            return switch (step.command()) {
                case 0, 1, 2 -> new GatewayCommand.Dial(head, "+90532123456" + step.call(), "+908502001009", 12, true);
                case 3, 4 -> new GatewayCommand.Connect(head, "elif", "");
                case 5 -> new GatewayCommand.Hold(head);
                case 6 -> new GatewayCommand.Resume(head);
                case 7 -> new GatewayCommand.Mute(head, true);
                case 8 -> new GatewayCommand.Transfer(head, TransferKind.BLIND, "+902122223344");
                case 9 -> new GatewayCommand.Transfer(head, TransferKind.BLIND, GatewayCommand.Transfer.CENTRE);
                case 10 -> new GatewayCommand.Transfer(head, TransferKind.CONSULT, "+902122223344");
                case 11 -> new GatewayCommand.Transfer(head, TransferKind.CONSULT_COMPLETE, "");
                case 12 -> new GatewayCommand.Transfer(head, TransferKind.CONSULT_CANCEL, "");
                case 13 -> new GatewayCommand.Play(head, "greeting", "tr", false);
                case 14 -> new GatewayCommand.CollectKeys(head, "menu", "", "tr", 1, 5);
                case 15 -> new GatewayCommand.RecordCall(head, RecordingState.ON);
                default -> new GatewayCommand.ReportLiveCalls(head);
            };
        }

        /** The centre closes: what still lives is hung up, and nothing may come after. */
        void endOfDay() {
            for (UUID call : calls) {
                site.handle(new GatewayCommand.HangUp(new GatewayCommand.Head(
                        UUID.randomUUID(), "izmir", call, 9, time.now().plusSeconds(20))));
            }
            time.turn(Duration.ofHours(3));
        }

        Map<UUID, List<GatewayEvent>> callsToldOf() {
            Map<UUID, List<GatewayEvent>> stories = new LinkedHashMap<>();
            for (GatewayEvent event : sent) {
                if (!event.head().call().equals(run)) {
                    stories.computeIfAbsent(event.head().call(), call -> new ArrayList<>())
                            .add(event);
                }
            }
            return stories;
        }
    }
}
