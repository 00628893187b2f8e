package org.fairlead.gateway.asterisk;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.engine.TelephonyEngine.DialOrder;
import org.fairlead.gateway.engine.TelephonyEngine.KeysOrder;
import org.fairlead.gateway.engine.TelephonyEngine.MessageOrder;
import org.fairlead.gateway.engine.TelephonyEngine.NumberOrder;
import org.fairlead.jms.GatewayCommand.Transfer;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.jms.GatewayEvent.Party;
import org.fairlead.jms.GatewayEvent.RecordingState;
import org.jspecify.annotations.Nullable;

/**
 * One call: its customer's leg, what is done with it, and what is told of it. A customer waits, is connected to an
 * agent, perhaps waits again, is handed over, is gone.
 */
final class AsteriskCall implements Leg.Ear, AgentSide.Outcome, Transfers.Talk {

    /** Where the call is in its life. */
    enum State {
        DIALLING,
        /** Answered; whether by a person is being found out. */
        DETECTING,
        WAITING,
        CONNECTING,
        TALKING,
        HANDED_OVER,
        ENDED
    }

    private final CallWorld world;
    private final UUID id;
    private final Leg customer;
    private final Announcer announcer;
    private final Bridge bridge;
    private final Recording recording;
    private final AgentSide agent;
    private final Transfers transfers;
    private final VoiceMessage message;
    private State state;
    private boolean detect;
    private boolean held;
    private boolean answered;
    private boolean fax;
    private @Nullable Party ending;

    private AsteriskCall(CallWorld world, UUID id, State state, Function<Leg.Ear, Leg> leg, boolean bridged) {
        this.world = world;
        this.id = id;
        this.state = state;
        this.customer = leg.apply(this);
        this.announcer = world.announcer(customer);
        this.bridge = new Bridge(world.board().ari(), channelOf(id), bridged);
        this.recording = new Recording(id, bridge);
        this.agent = new AgentSide(world, id, this);
        this.transfers = new Transfers(world, id, bridge, this);
        this.message = new VoiceMessage(world, id, customer);
    }

    /** A customer who calls, on a channel that is there. */
    static AsteriskCall inbound(CallWorld world, UUID id, String channel) {
        AsteriskCall call =
                new AsteriskCall(world, id, State.WAITING, ear -> world.board().there(channel, false, ear), false);
        call.customer.set("FAIRLEAD_CALL", id.toString());
        call.customer.set("FAIRLEAD_ROLE", "customer");
        return call;
    }

    /** A customer whom we call. */
    static AsteriskCall outbound(CallWorld world, UUID id) {
        return new AsteriskCall(world, id, State.DIALLING, ear -> world.board().outgoing(channelOf(id), ear), false);
    }

    /** A call that lives in the engine since before this process did. */
    static AsteriskCall found(CallWorld world, UUID id, String channel, boolean up) {
        AsteriskCall call =
                new AsteriskCall(world, id, State.WAITING, ear -> world.board().there(channel, up, ear), true);
        call.answered = up;
        if (!up && channel.equals(channelOf(id))) {
            call.state = State.DIALLING;
        }
        return call;
    }

    /** Of its first leg, and of its bridge. */
    static String channelOf(UUID id) {
        return "fl-" + id;
    }

    UUID id() {
        return id;
    }

    void dial(DialOrder order) {
        detect = order.detectMachine();
        customer.dial(world.trunk(order.number()), order.ringSeconds(), world.dialVariables(id, order.callerId()));
    }

    /** It talks with an agent, as is seen after this process began anew. */
    void talksWith(String login, Leg leg, boolean elsewhere) {
        agent.has(login, leg, elsewhere);
        state = State.TALKING;
    }

    @Override
    public void ringing(Leg leg) {
        if (state == State.DIALLING) {
            tell(GatewayEvent.Ringing::new);
        }
    }

    @Override
    public void up(Leg leg) {
        if (state != State.DIALLING) {
            return;
        }
        answered = true;
        if (detect) {
            state = State.DETECTING;
            customer.continueIn("amd");
        } else {
            state = State.WAITING;
            tell(GatewayEvent.Answered::new);
        }
    }

    @Override
    public void returned(Leg leg, List<String> arguments) {
        if (state == State.DETECTING && !arguments.isEmpty() && arguments.get(0).equals("amd")) {
            String who = arguments.size() > 1 ? arguments.get(1) : "";
            if (who.equals("FAX")) {
                fax = true;
                customer.hangUp();
                return;
            }
            state = State.WAITING;
            tell(who.equals("MACHINE") ? GatewayEvent.MachineAnswered::new : GatewayEvent.Answered::new);
        }
    }

    @Override
    public void key(Leg leg, String key) {
        announcer.key(key);
    }

    @Override
    public void played(Leg leg, String playback) {
        announcer.played(playback);
    }

    @Override
    public void recorded(Leg leg, int seconds) {
        message.ended(seconds);
    }

    @Override
    public void gone(Leg leg, int cause) {
        State before = state;
        state = State.ENDED;
        announcer.silence();
        message.gone();
        transfers.drop();
        agent.letGo(bridge);
        bridge.destroy();
        Party by = ending != null ? ending : cause == Leg.ENGINE_GONE ? Party.ENGINE : Party.CUSTOMER;
        FailureCause failed = fax ? FailureCause.FAX : Causes.of(cause, leg.rang());
        LastWords.of(before, fax, by, failed).forEach(this::tell);
        world.over(this);
    }

    void connect(String wanted, String whisper) throws EngineRefused {
        beConnecting();
        agent.fetch(wanted, whisper);
    }

    void ringNumber(NumberOrder order) throws EngineRefused {
        beConnecting();
        agent.fetch(order);
    }

    private void beConnecting() throws EngineRefused {
        require(state == State.WAITING, "connects only a customer who waits");
        state = State.CONNECTING;
        beAnswered();
    }

    @Override
    public void agentReady(Leg leg) {
        if (state != State.CONNECTING) {
            return;
        }
        announcer.silence();
        bridge.add(
                answer -> {
                    if (state != State.CONNECTING || agent.leg() != leg) {
                        return;
                    }
                    if (answer.done()) {
                        state = State.TALKING;
                        String name = agent.agent();
                        tell(head -> new GatewayEvent.Connected(head, name));
                    } else if (answer.status() != 0) {
                        agent.letGo(bridge);
                        agentFailed(agent.agent(), FailureCause.DEAD_PEER);
                    }
                },
                customer,
                leg);
    }

    @Override
    public void agentFailed(String name, FailureCause cause) {
        if (state == State.CONNECTING) {
            state = State.WAITING;
            tell(head -> new GatewayEvent.ConnectFailed(head, name, cause));
        }
    }

    /** Who hangs up ends the call, or completes the consultation; who is lost leaves a customer who waits. */
    @Override
    public void agentGone(int cause) {
        if (state == State.CONNECTING) {
            agentFailed(agent.agent(), Causes.of(cause, true));
            return;
        }
        if (state != State.TALKING) {
            return;
        }
        if (transfers.agentGone()) {
            return;
        }
        if (cause == Causes.NORMAL) {
            ending = Party.AGENT;
            customer.hangUp();
        } else {
            transfers.drop();
            backToWaiting();
        }
    }

    private void backToWaiting() {
        String left = agent.agent();
        state = State.WAITING;
        agent.letGo(bridge);
        customerAside();
        held = false;
        tell(head -> new GatewayEvent.AgentLeft(head, left));
    }

    void hold() throws EngineRefused {
        require(talksAlone() && !held, "holds only a connected customer who is not held");
        held = true;
        bridge.remove(customer, answer -> tellIf(answer, GatewayEvent.Held::new));
        announcer.music();
    }

    void resume() throws EngineRefused {
        require(talksAlone() && held, "resumes only a held customer");
        held = false;
        announcer.silence();
        bridge.add(answer -> tellIf(answer, GatewayEvent.Resumed::new), customer);
    }

    void mute(boolean on) throws EngineRefused {
        require(state == State.TALKING && agent.leg() != null, "mutes only a connected agent");
        agent.mute(on);
    }

    void monitor(String supervisor, MonitorMode mode) throws EngineRefused {
        require(state == State.TALKING && agent.leg() != null, "only a talk can be heard");
        agent.monitor(bridge, supervisor, mode);
    }

    void transfer(TransferKind kind, String to) throws EngineRefused {
        require(state == State.TALKING && !transfers.completing(), "transfers only a connected customer, and once");
        if (kind == TransferKind.BLIND && to.equals(Transfer.CENTRE)) {
            require(!transfers.open(), "a consultation is open");
            backToWaiting();
        } else {
            transfers.ask(kind, to);
        }
    }

    @Override
    public void customerAside() {
        if (!held) {
            bridge.remove(customer, answer -> {});
            announcer.music();
        }
    }

    @Override
    public void customerBack() {
        if (state == State.TALKING) {
            announcer.silence();
            held = false;
            bridge.add(answer -> {}, customer);
        }
    }

    @Override
    public void handedOver(String target, Leg leg, boolean fromAside) {
        String left = agent.agent();
        state = State.HANDED_OVER;
        announcer.silence();
        held = false;
        agent.letGo(bridge);
        bridge.add(answer -> {}, customer, leg);
        tell(head -> new GatewayEvent.Transferred(head, target, true));
        tell(head -> new GatewayEvent.AgentLeft(head, left));
    }

    @Override
    public void targetGone() {
        if (state == State.HANDED_OVER) {
            ending = Party.AGENT;
            customer.hangUp();
        }
    }

    void play(String prompt, String language, boolean repeat) throws EngineRefused {
        require(customerIsThere(), "plays only to a customer who is there");
        beAnswered();
        if (repeat) {
            announcer.repeat(prompt, language);
        } else {
            announcer.play(prompt, language, () -> tell(head -> new GatewayEvent.PromptEnded(head, prompt)));
        }
    }

    void collectKeys(KeysOrder order) throws EngineRefused {
        require(customerIsThere(), "asks only a customer who is there");
        beAnswered();
        announcer.collect(order, keys -> tell(head -> new GatewayEvent.KeysCollected(head, order.prompt(), keys)));
    }

    void takeMessage(MessageOrder order) throws EngineRefused {
        require(state == State.WAITING, "takes messages only of a customer who waits");
        beAnswered();
        message.take(announcer, order, seconds -> tell(head -> new GatewayEvent.MessageTaken(head, seconds)));
    }

    void sendKeys(String keys) throws EngineRefused {
        require(state == State.TALKING, "sends keys only while an agent is connected");
        Leg consulted = transfers.consulted();
        (consulted == null ? customer : consulted).press(keys);
    }

    void record(RecordingState wanted) throws EngineRefused {
        require(customerIsThere() && recording.allows(wanted), "records only what is there and is not so already");
        recording.become(wanted, state -> tell(head -> new GatewayEvent.RecordingChanged(head, state)));
    }

    void hangUp() {
        ending = Party.CENTRE;
        customer.hangUp(state == State.WAITING && !answered ? Causes.BUSY : Causes.NORMAL);
    }

    /** A caller is answered when there is something to hear. */
    private void beAnswered() {
        if (!answered) {
            answered = true;
            customer.answer();
        }
    }

    private boolean talksAlone() {
        return state == State.TALKING && !transfers.open();
    }

    private boolean customerIsThere() {
        return state == State.WAITING || state == State.CONNECTING || state == State.TALKING;
    }

    private void require(boolean holds, String rule) throws EngineRefused {
        if (!holds) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, rule + ", and this call is " + state);
        }
    }

    private void tellIf(AriAnswer answer, Function<GatewayEvent.Head, GatewayEvent> event) {
        if (answer.done() && state == State.TALKING) {
            tell(event);
        }
    }

    private void tell(Function<GatewayEvent.Head, GatewayEvent> event) {
        world.tell(id, event);
    }
}
