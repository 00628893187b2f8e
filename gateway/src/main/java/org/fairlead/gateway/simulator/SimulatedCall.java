package org.fairlead.gateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.engine.TelephonyEngine.DialOrder;
import org.fairlead.gateway.engine.TelephonyEngine.KeysOrder;
import org.fairlead.gateway.engine.TelephonyEngine.MessageOrder;
import org.fairlead.gateway.engine.TelephonyEngine.NumberOrder;
import org.fairlead.gateway.simulator.CallRecord.Direction;
import org.fairlead.gateway.simulator.CallRecord.Outcome;
import org.fairlead.gateway.simulator.CustomerPlan.Answer;
import org.fairlead.gateway.time.Timeline.Timer;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.jms.GatewayEvent.Party;
import org.fairlead.jms.GatewayEvent.RecordingState;
import org.jspecify.annotations.Nullable;

/**
 * One simulated call with its customer: dialling, then waiting, connecting, talking and perhaps waiting again, then
 * handed over or not, then ended. It refuses what a real call could not do in its state.
 */
final class SimulatedCall {

    private static final Duration AGENT_RINGS = Duration.ofMillis(80);
    private static final Duration MACHINE_DETECTED = Duration.ofMillis(2200);
    private static final Duration PERSON_DETECTED = Duration.ofMillis(700);
    private static final Duration PROMPT = Duration.ofSeconds(3);
    private static final Duration TARGET_RINGS = Duration.ofSeconds(1);
    private static final Duration KEY_PRESSED = Duration.ofSeconds(1);

    /** Where the call is in its life. */
    enum State {
        DIALLING,
        /** The customer is there, no agent is. */
        WAITING,
        CONNECTING,
        TALKING,
        /** The customer talks with the target of a transfer. */
        HANDED_OVER,
        ENDED
    }

    /** What surrounds a call. */
    interface World {
        Instant now();

        Timer after(Duration delay, Runnable task);

        void tell(UUID call, Function<GatewayEvent.Head, GatewayEvent> event);

        void over(SimulatedCall call);

        /** What a customer said into a voicemail. */
        void recorded(UUID call, byte[] audio);

        /** The agent's part in the call is over, and nothing was told of it yet. */
        void agentLeaves(UUID call);

        /** Whether the target of a transfer answers. */
        boolean reaches(String target);
    }

    private static final Timer NONE = () -> {};

    private final World world;
    private final UUID id;
    private final String gateway;
    private final Direction direction;
    private final String dialled;
    private final String from;
    private final @Nullable String crowd;
    private final CustomerPlan plan;
    private final Instant at;

    private State state = State.WAITING;
    private boolean held;
    private boolean machine;
    private int questions;
    private RecordingState recording = RecordingState.OFF;
    private @Nullable String agent;
    private @Nullable String consulted;
    private boolean handingOver;
    private @Nullable Instant connectedAt;
    private @Nullable Instant endedAt;
    private final SimulatedMessage message;
    private @Nullable Outcome outcome;
    private @Nullable Party by;
    private Timer next = NONE;
    private Timer customer = NONE;
    private Timer prompt = NONE;
    private Timer end = NONE;

    private SimulatedCall(
            World world,
            UUID id,
            String gateway,
            Direction direction,
            String dialled,
            String from,
            @Nullable String crowd,
            CustomerPlan plan) {
        this.world = world;
        this.id = id;
        this.gateway = gateway;
        this.direction = direction;
        this.dialled = dialled;
        this.from = from;
        this.crowd = crowd;
        this.plan = plan;
        this.at = world.now();
        this.message = new SimulatedMessage(world, id);
    }

    static SimulatedCall inbound(World world, UUID id, String gateway, InboundCall call) {
        return new SimulatedCall(
                world, id, gateway, Direction.INBOUND, call.dialled(), call.from(), call.crowd(), call.plan());
    }

    static SimulatedCall outbound(World world, UUID id, String gateway, DialOrder order, CustomerPlan plan) {
        return new SimulatedCall(world, id, gateway, Direction.OUTBOUND, order.number(), order.callerId(), null, plan);
    }

    UUID id() {
        return id;
    }

    /** The customer rings us. */
    void offer() {
        world.tell(id, head -> new GatewayEvent.CallOffered(head, dialled, from));
        hangsUpAfter();
        waits();
    }

    /** We ring the customer. */
    void dial(DialOrder order) {
        state = State.DIALLING;
        hangsUpAfter();
        next = world.after(plan.setUp(), () -> reached(order));
    }

    private void reached(DialOrder order) {
        switch (plan.answer()) {
            case BUSY -> failed(FailureCause.BUSY, Outcome.BUSY);
            case CONGESTION -> failed(FailureCause.CONGESTION, Outcome.CONGESTION);
            case UNALLOCATED -> failed(FailureCause.UNALLOCATED, Outcome.UNALLOCATED);
            case REJECTED -> failed(FailureCause.REJECTED, Outcome.REJECTED);
            case NO_ANSWER, HUMAN, MACHINE, FAX -> {
                world.tell(id, GatewayEvent.Ringing::new);
                Duration longest = Duration.ofSeconds(order.ringSeconds());
                if (plan.answer() == Answer.NO_ANSWER || plan.ring().compareTo(longest) >= 0) {
                    next = world.after(longest, () -> failed(FailureCause.NO_ANSWER, Outcome.NO_ANSWER));
                } else {
                    next = world.after(plan.ring(), () -> pickedUp(order.detectMachine()));
                }
            }
        }
    }

    private void pickedUp(boolean detect) {
        boolean isMachine = plan.answer() == Answer.MACHINE;
        if (!detect) {
            answered(false);
        } else if (plan.answer() == Answer.FAX) {
            next = world.after(MACHINE_DETECTED, () -> failed(FailureCause.FAX, Outcome.FAX));
        } else {
            next = world.after(isMachine ? MACHINE_DETECTED : PERSON_DETECTED, () -> answered(isMachine));
        }
    }

    private void answered(boolean byMachine) {
        machine = byMachine;
        state = State.WAITING;
        world.tell(id, byMachine ? GatewayEvent.MachineAnswered::new : GatewayEvent.Answered::new);
        waits();
    }

    void connect(String wanted) throws EngineRefused {
        require(state == State.WAITING, "connects only a customer who waits");
        state = State.CONNECTING;
        next = world.after(AGENT_RINGS, () -> connected(wanted));
    }

    private void connected(String wanted) {
        state = State.TALKING;
        agent = wanted;
        if (connectedAt == null) {
            connectedAt = world.now();
        }
        prompt.cancel();
        customer.cancel();
        world.tell(id, head -> new GatewayEvent.Connected(head, wanted));
        if (plan.talk() != null) {
            customer = world.after(plan.talk(), () -> hangUp(Party.CUSTOMER));
        }
    }

    void ring(NumberOrder order, boolean answers) throws EngineRefused {
        require(state == State.WAITING, "connects only a customer who waits");
        state = State.CONNECTING;
        if (answers) {
            next = world.after(TARGET_RINGS, () -> connected(order.agent()));
        } else {
            next = world.after(Duration.ofSeconds(order.ringSeconds()), () -> {
                state = State.WAITING;
                world.tell(id, head -> new GatewayEvent.ConnectFailed(head, order.agent(), FailureCause.NO_ANSWER));
            });
        }
    }

    void hold() throws EngineRefused {
        require(talksAlone() && !held, "holds only a connected customer who is not held");
        held = true;
        world.tell(id, GatewayEvent.Held::new);
    }

    void resume() throws EngineRefused {
        require(talksAlone() && held, "resumes only a held customer");
        held = false;
        world.tell(id, GatewayEvent.Resumed::new);
    }

    /** For what changes nothing here. */
    void requireTalk(String rule) throws EngineRefused {
        require(state == State.TALKING, rule);
    }

    void transfer(TransferKind kind, String target) throws EngineRefused {
        require(state == State.TALKING && !handingOver, "transfers only a connected customer, and once");
        switch (kind) {
            case BLIND -> {
                require(consulted == null, "a consultation is open");
                if (target.equals(GatewayCommand.Transfer.CENTRE)) {
                    giveBack();
                } else {
                    handOver(target);
                }
            }
            case CONSULT -> {
                require(consulted == null, "a consultation is open");
                consulted = target;
            }
            case CONSULT_COMPLETE -> handOver(consultedOrRefuse());
            case CONSULT_JOIN -> consultedOrRefuse();
            case CONSULT_CANCEL -> {
                String left = consultedOrRefuse();
                consulted = null;
                world.tell(id, head -> new GatewayEvent.Transferred(head, left, false));
            }
        }
    }

    private void giveBack() {
        String left = String.valueOf(agent);
        state = State.WAITING;
        held = false;
        world.agentLeaves(id);
        world.tell(id, head -> new GatewayEvent.AgentLeft(head, left));
        customer.cancel();
        waits();
    }

    private String consultedOrRefuse() throws EngineRefused {
        if (consulted == null) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "no consultation is open");
        }
        return consulted;
    }

    /** The agent stays until the target answers; meanwhile nothing else can be done but hang up. */
    private void handOver(String target) {
        handingOver = true;
        next = world.after(TARGET_RINGS, () -> handedOver(target));
    }

    private void handedOver(String target) {
        handingOver = false;
        consulted = null;
        if (!world.reaches(target)) {
            world.tell(id, head -> new GatewayEvent.Transferred(head, target, false));
            return;
        }
        held = false;
        String left = String.valueOf(agent);
        state = State.HANDED_OVER;
        world.agentLeaves(id);
        world.tell(id, head -> new GatewayEvent.Transferred(head, target, true));
        world.tell(id, head -> new GatewayEvent.AgentLeft(head, left));
        if (plan.talk() == null) {
            customer = world.after(Duration.ofSeconds(60), () -> hangUp(Party.CUSTOMER));
        }
    }

    void play(String name, boolean repeat) throws EngineRefused {
        require(customerIsThere(), "plays only to a customer who is there");
        prompt.cancel();
        prompt = repeat
                ? NONE
                : world.after(PROMPT, () -> world.tell(id, head -> new GatewayEvent.PromptEnded(head, name)));
    }

    void collectKeys(KeysOrder order) throws EngineRefused {
        require(customerIsThere(), "asks only a customer who is there");
        prompt.cancel();
        String pressed = plan.pressed(questions++, order.most());
        Duration until = pressed.isEmpty() ? PROMPT.plusSeconds(order.seconds()) : PROMPT.plus(KEY_PRESSED);
        prompt = world.after(
                until, () -> world.tell(id, head -> new GatewayEvent.KeysCollected(head, order.prompt(), pressed)));
    }

    void takeMessage(MessageOrder order) throws EngineRefused {
        require(state == State.WAITING, "takes messages only of a customer who waits");
        prompt.cancel();
        customer.cancel();
        prompt = world.after(PROMPT, message::begins);
        next = world.after(PROMPT.plus(SimulatedVoice.SPEAKS), message::ends);
    }

    void record(RecordingState wanted) throws EngineRefused {
        require(customerIsThere() && wanted != recording, "records only what is there and is not so already");
        require(recording != RecordingState.OFF || wanted != RecordingState.PAUSED, "pauses only what runs");
        recording = wanted;
        world.tell(id, head -> new GatewayEvent.RecordingChanged(head, wanted));
    }

    private boolean talksAlone() {
        return state == State.TALKING && consulted == null && !handingOver;
    }

    private boolean customerIsThere() {
        return state == State.WAITING || state == State.CONNECTING || state == State.TALKING;
    }

    private void waits() {
        customer = world.after(plan.patience(), () -> hangUp(Party.CUSTOMER));
    }

    private void hangsUpAfter() {
        if (plan.hangUpAfter() != null) {
            end = world.after(plan.hangUpAfter(), () -> hangUp(Party.CUSTOMER));
        }
    }

    private void failed(FailureCause cause, Outcome how) {
        outcome = how;
        over();
        world.tell(id, head -> new GatewayEvent.DialFailed(head, cause));
        world.over(this);
    }

    void hangUp(Party who) {
        by = who;
        outcome = Outcome.of(connectedAt != null, machine, who, state == State.DIALLING, direction);
        over();
        world.agentLeaves(id);
        world.tell(id, head -> new GatewayEvent.CallEnded(head, who));
        message.breaksOff();
        world.over(this);
    }

    private void over() {
        state = State.ENDED;
        endedAt = world.now();
        next.cancel();
        customer.cancel();
        prompt.cancel();
        end.cancel();
    }

    private void require(boolean holds, String rule) throws EngineRefused {
        if (!holds) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, rule + ", and this call is " + state);
        }
    }

    CallRecord record() {
        return new CallRecord(
                id,
                gateway,
                direction,
                dialled,
                from,
                crowd,
                at,
                connectedAt,
                endedAt,
                outcome,
                agent,
                by == null ? null : by.name());
    }
}
