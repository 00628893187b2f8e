package org.fairlead.gateway.asterisk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.jspecify.annotations.Nullable;

/** The transfers of one call to targets outside of the queue: one at a time, on its way or done. */
final class Transfers implements Handover.Outcome {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final int TARGET_RINGS_SECONDS = 30;

    /** The talk that is handed over. */
    interface Talk {

        /** The customer hears music; the agent has the bridge. */
        void customerAside();

        /** The agent has the customer again. */
        void customerBack();

        /** The target has the customer, the agent is out. */
        void handedOver(String target, Leg leg, boolean fromAside);

        /** Who took the customer over hung up. */
        void targetGone();
    }

    private final CallWorld world;
    private final UUID call;
    private final Bridge bridge;
    private final Talk talk;
    private int targets;
    private boolean joining;
    private boolean joined;
    private @Nullable Handover open;
    private @Nullable Leg done;

    Transfers(CallWorld world, UUID call, Bridge bridge, Talk talk) {
        this.world = world;
        this.call = call;
        this.bridge = bridge;
        this.talk = talk;
    }

    /** Whether one is on its way. */
    boolean open() {
        return open != null;
    }

    /** Whether it can only be waited for. */
    boolean completing() {
        return open != null && open.completing();
    }

    /** The target with whom the agent talks, if any. */
    @Nullable
    Leg consulted() {
        return open != null && open.leg().up() ? open.leg() : null;
    }

    void ask(TransferKind kind, String to) throws EngineRefused {
        if (open != null && (kind == TransferKind.BLIND || kind == TransferKind.CONSULT)) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "a consultation is open");
        }
        switch (kind) {
            case BLIND -> begin(to, false);
            case CONSULT -> {
                talk.customerAside();
                begin(to, true);
            }
            case CONSULT_COMPLETE -> consultation().complete();
            case CONSULT_CANCEL -> cancel();
            case CONSULT_JOIN -> join();
        }
    }

    private void cancel() throws EngineRefused {
        Handover given = consultation();
        given.drop();
        failed(given);
    }

    /** The customer comes in as soon as the target is there. */
    private void join() throws EngineRefused {
        if (consultation().leg().up()) {
            bringIn();
        } else {
            joining = true;
        }
    }

    private void bringIn() {
        if (!joined) {
            joined = true;
            talk.customerBack();
        }
    }

    /** The agent hangs up in a consultation: that completes it. Whether there was one. */
    boolean agentGone() {
        Handover now = open;
        if (now == null || !now.leg().up()) {
            return false;
        }
        now.complete();
        return true;
    }

    /** Nothing comes of it any more. */
    void drop() {
        if (open != null) {
            open.drop();
            open = null;
        }
        if (done != null) {
            done.hangUp();
        }
    }

    private Handover consultation() throws EngineRefused {
        Handover now = open;
        if (now == null) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "no consultation is open");
        }
        return now;
    }

    private void begin(String to, boolean consultation) {
        boolean outside = NUMBER.matcher(to).matches();
        List<String> endpoints = outside ? List.of(world.trunk(to)) : world.agentEndpoints(to);
        Handover fresh = new Handover(to, endpoints, new Ringing(to), consultation, this);
        open = fresh;
        joining = false;
        joined = false;
        fresh.ring();
    }

    private final class Ringing implements Handover.Way {
        private final String to;

        Ringing(String to) {
            this.to = to;
        }

        @Override
        public Leg fresh(Leg.Ear ear) {
            String channel = AsteriskCall.channelOf(call) + "-t" + ++targets + "-"
                    + Long.toString(world.board().run(), 36);
            return world.board().outgoing(channel, ear);
        }

        @Override
        public void dial(Leg leg, String endpoint) {
            leg.dial(
                    endpoint,
                    TARGET_RINGS_SECONDS,
                    Map.of("FAIRLEAD_CALL", call.toString(), "FAIRLEAD_ROLE", "target:" + to));
        }
    }

    @Override
    public void consulting(Leg other) {
        bridge.add(answer -> {}, other);
        if (joining) {
            bringIn();
        }
    }

    @Override
    public void takenOver(Handover handover) {
        open = null;
        done = handover.leg();
        handover.leg().heardBy((leg, cause) -> talk.targetGone());
        talk.handedOver(handover.target(), handover.leg(), handover.consultation() && !joined);
    }

    @Override
    public void failed(Handover handover) {
        open = null;
        if (handover.consultation() && !joined) {
            talk.customerBack();
        }
        world.tell(call, head -> new GatewayEvent.Transferred(head, handover.target(), false));
    }
}
