package org.fairlead.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A colleague whose browser may be at any site is rung at one engine after another, until somebody is there. */
class HandoverTest {

    private static final List<String> WAYS = List.of("PJSIP/elif", "PJSIP/elif@site-manila", "PJSIP/elif@site-izmir");
    private static final int UNALLOCATED = 1;
    private static final int BUSY = 17;

    private final RememberedEngine engine = new RememberedEngine();
    private final Switchboard board = new Switchboard(engine, "fairlead-test", 1);
    private int talks;
    private int failures;

    private final Handover.Outcome outcome = new Handover.Outcome() {

        @Override
        public void consulting(Leg target) {
            talks++;
        }

        @Override
        public void takenOver(Handover handover) {
            throw new IllegalStateException("nobody asked for it");
        }

        @Override
        public void failed(Handover handover) {
            failures++;
        }
    };

    private final Handover.Way way = new Handover.Way() {
        private int made;

        @Override
        public Leg fresh(Leg.Ear ear) {
            return board.outgoing("t" + ++made, ear);
        }

        @Override
        public void dial(Leg leg, String endpoint) {
            leg.dial(endpoint, 20, Map.of());
        }
    };

    private Handover begun() {
        Handover handover = new Handover("elif", WAYS, way, true, outcome);
        handover.ring();
        return handover;
    }

    @Test
    void whereNobodyIsTheNextIsRung() {
        engine.refuses.add(WAYS.get(0));
        Handover handover = begun();
        over("t2", UNALLOCATED);

        assertThat(engine.rung).containsExactlyElementsOf(WAYS);
        happens("ChannelStateChange", "t3", 0);
        assertThat(talks).isEqualTo(1);
        assertThat(handover.leg().channel()).isEqualTo("t3");
        assertThat(failures).isZero();
    }

    @Test
    void whoIsBusyIsBusyAndNobodyElseIsRung() {
        begun();
        over("t1", BUSY);

        assertThat(engine.rung).containsExactly(WAYS.get(0));
        assertThat(failures).isEqualTo(1);
    }

    @Test
    void whoIsNowhereIsNotThere() {
        engine.refuses.addAll(WAYS);
        begun();

        assertThat(engine.rung).containsExactlyElementsOf(WAYS);
        assertThat(failures).isEqualTo(1);
    }

    @Test
    void whatWasGivenUpRingsNowhereElse() {
        Handover handover = begun();
        handover.drop();
        over("t1", UNALLOCATED);

        assertThat(engine.rung).containsExactly(WAYS.get(0));
        assertThat(failures).isZero();
    }

    private void over(String channel, int cause) {
        happens("ChannelDestroyed", channel, cause);
    }

    private void happens(String type, String channel, int cause) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        event.put("cause", cause);
        event.putObject("channel").put("id", channel).put("state", "Up");
        board.event(type, event);
    }
}
