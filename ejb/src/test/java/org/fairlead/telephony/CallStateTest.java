package org.fairlead.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.jms.GatewayEvent.Head;
import org.fairlead.jms.GatewayEvent.Party;
import org.junit.jupiter.api.Test;

/** Calls end once, whatever order their events come in and however often. */
class CallStateTest {

    private static final UUID CALL = new UUID(7, 7);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void handlesACallThatWasBridged() {
        CallState state = after(CallState.unseen(), offered(1), connected(2), ended(3));

        assertThat(state.outcome()).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void abandonsACallThatEndsWhileItWaits() {
        CallState state = after(CallState.unseen(), offered(1), ended(2));

        assertThat(state.outcome()).isEqualTo(Outcome.ABANDONED);
    }

    @Test
    void namesWhyADialFailed() {
        CallState state = after(CallState.dialled(), new GatewayEvent.DialFailed(head(1), FailureCause.BUSY));

        assertThat(state.outcome()).isEqualTo(Outcome.BUSY);
    }

    @Test
    void keepsTheFirstEnd() {
        CallState ended = after(CallState.unseen(), offered(1), ended(2));

        CallState.Step again = ended.on(connected(3));

        assertThat(again.change()).isEqualTo(CallChange.NONE);
        assertThat(again.state()).isEqualTo(ended);
    }

    @Test
    void givesAnOutcomeToACallWhoseEndOvertookItsOffer() {
        CallState state = after(CallState.unseen(), ended(2), offered(1));

        assertThat(state.ended()).isTrue();
        assertThat(state.outcome()).isEqualTo(Outcome.ABANDONED);
    }

    @Property(tries = 500)
    void changesNothingByWhatItHasSeen(@ForAll Random random, @ForAll boolean outbound) {
        List<GatewayEvent> life = life(random, outbound);
        CallState once = deliver(start(outbound), life);
        List<GatewayEvent> repeated = new ArrayList<>(life);
        repeated.addAll(life.subList(0, random.nextInt(life.size() + 1)));

        CallState twice = deliver(start(outbound), repeated);

        assertThat(twice).isEqualTo(once);
    }

    @Property(tries = 1000)
    void endsExactlyOnceInWhateverOrder(
            @ForAll Random random, @ForAll boolean outbound, @ForAll @IntRange(min = 0, max = 12) int doubled) {
        List<GatewayEvent> events = life(random, outbound);
        for (int i = 0; i < doubled; i++) {
            events.add(random.nextInt(events.size()), events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(events, random);

        CallState state = start(outbound);
        int ends = 0;
        for (GatewayEvent event : events) {
            CallState.Step step = state.on(event);
            boolean wasOver = state.outcome() != null;
            state = step.state();
            ends += step.change() == CallChange.ENDED || step.change() == CallChange.TRANSFERRED ? 1 : 0;
            assertThat(wasOver && state.outcome() == null).isFalse();
        }

        assertThat(ends).isEqualTo(1);
        assertThat(state.ended()).isTrue();
        assertThat(state.outcome()).isNotNull();
    }

    private static CallState start(boolean outbound) {
        return outbound ? CallState.dialled() : CallState.unseen();
    }

    /** A life as a gateway would tell it, from the first event to the last. */
    private static List<GatewayEvent> life(Random random, boolean outbound) {
        List<GatewayEvent> life = new ArrayList<>();
        int n = 0;
        if (outbound) {
            life.add(new GatewayEvent.Ringing(head(++n)));
            if (random.nextInt(3) == 0) {
                life.add(new GatewayEvent.DialFailed(head(++n), FailureCause.NO_ANSWER));
                return life;
            }
            life.add(new GatewayEvent.Answered(head(++n)));
        } else {
            life.add(offered(++n));
        }
        for (int talks = random.nextInt(3); talks > 0; talks--) {
            life.add(connected(++n));
            life.add(new GatewayEvent.Held(head(++n)));
            life.add(new GatewayEvent.Resumed(head(++n)));
            life.add(new GatewayEvent.AgentLeft(head(++n), "elif"));
        }
        life.add(ended(++n));
        return life;
    }

    private static CallState after(CallState start, GatewayEvent... events) {
        return deliver(start, List.of(events));
    }

    private static CallState deliver(CallState start, List<GatewayEvent> events) {
        CallState state = start;
        for (GatewayEvent event : events) {
            state = state.on(event).state();
        }
        return state;
    }

    private static Head head(int sequence) {
        return new Head("izmir", CALL, sequence, NOON.plusSeconds(sequence));
    }

    private static GatewayEvent offered(int sequence) {
        return new GatewayEvent.CallOffered(head(sequence), "+390280001001", "+393331234567");
    }

    private static GatewayEvent connected(int sequence) {
        return new GatewayEvent.Connected(head(sequence), "elif");
    }

    private static GatewayEvent ended(int sequence) {
        return new GatewayEvent.CallEnded(head(sequence), Party.CUSTOMER);
    }
}
