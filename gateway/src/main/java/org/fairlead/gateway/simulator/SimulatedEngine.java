package org.fairlead.gateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fairlead.gateway.engine.EngineListener;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.gateway.time.Timeline.Timer;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.jms.GatewayEvent.Party;
import org.fairlead.jms.GatewayEvent.RecordingState;

/**
 * A telephony engine without telephones: it keeps each call's state, refuses what a real engine would refuse, and
 * plays the customers. Its calls end with the process.
 */
public final class SimulatedEngine implements TelephonyEngine, CustomerSide {

    private static final Log LOG = Log.of(SimulatedEngine.class);

    private final String gateway;
    private final Timeline timeline;
    private final Customers customers;
    private final Supplier<UUID> ids;
    private final double haste;
    private final Map<UUID, SimulatedCall> live = new LinkedHashMap<>();
    private final CallRecords records = new CallRecords();
    private EngineListener listener = (call, event) -> {};
    private final SimulatedSupervision supervision =
            new SimulatedSupervision((call, event) -> listener.happened(call, event));

    /** @param haste how many times faster than life the customers are */
    public SimulatedEngine(String gateway, Timeline timeline, Customers customers, Supplier<UUID> ids, double haste) {
        this.gateway = gateway;
        this.timeline = timeline;
        this.customers = customers;
        this.ids = ids;
        this.haste = haste;
    }

    @Override
    public void start(EngineListener wanted) {
        listener = wanted;
    }

    @Override
    public UUID ring(InboundCall inbound) {
        UUID id = ids.get();
        SimulatedCall call = SimulatedCall.inbound(world, id, gateway, inbound);
        live.put(id, call);
        records.began(CallRecord.Direction.INBOUND);
        LOG.say(LogMessage.CUSTOMER_CALLS, "gateway", gateway, "call", id, "dialled", inbound.dialled());
        call.offer();
        return id;
    }

    @Override
    public void customerHangsUp(UUID id) throws EngineRefused {
        call(id).hangUp(Party.CUSTOMER);
    }

    @Override
    public void dial(UUID id, DialOrder order) throws EngineRefused {
        if (live.containsKey(id) || records.of(id) != null) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "this call was dialled before");
        }
        SimulatedCall call = SimulatedCall.outbound(world, id, gateway, order, customers.answering(order.number()));
        live.put(id, call);
        records.began(CallRecord.Direction.OUTBOUND);
        call.dial(order);
    }

    @Override
    public void connect(UUID call, String agent, String whisper) throws EngineRefused {
        call(call).connect(agent);
    }

    @Override
    public void ringNumber(UUID call, NumberOrder order) throws EngineRefused {
        call(call).ring(order, customers.takes(order.number(), !order.language().isEmpty()));
    }

    @Override
    public void takeMessage(UUID call, MessageOrder order) throws EngineRefused {
        call(call).takeMessage(order);
    }

    @Override
    public void hold(UUID call) throws EngineRefused {
        call(call).hold();
    }

    @Override
    public void resume(UUID call) throws EngineRefused {
        call(call).resume();
    }

    @Override
    public void mute(UUID call, boolean on) throws EngineRefused {
        call(call).requireTalk("mutes only a connected agent");
    }

    @Override
    public void transfer(UUID call, TransferKind kind, String target) throws EngineRefused {
        call(call).transfer(kind, target);
    }

    @Override
    public void play(UUID call, String prompt, String language, boolean repeat) throws EngineRefused {
        call(call).play(prompt, repeat);
    }

    @Override
    public void collectKeys(UUID call, KeysOrder order) throws EngineRefused {
        call(call).collectKeys(order);
    }

    @Override
    public void sendKeys(UUID call, String keys) throws EngineRefused {
        call(call).requireTalk("sends keys only while an agent is connected");
    }

    @Override
    public void record(UUID call, RecordingState wanted) throws EngineRefused {
        call(call).record(wanted);
    }

    @Override
    public void monitor(UUID call, String supervisor, MonitorMode mode) throws EngineRefused {
        call(call).requireTalk("only a talk can be heard");
        supervision.become(call, supervisor, mode);
    }

    @Override
    public void hangUp(UUID call) throws EngineRefused {
        call(call).hangUp(Party.CENTRE);
    }

    /** Simulated agents need no telephone. */
    @Override
    public void openLine(String agent, String password, Instant until) {}

    @Override
    public void closeLine(String agent) {}

    @Override
    public Facts facts() {
        return new Facts("simulator", "", true, "", "");
    }

    @Override
    public Set<UUID> liveCalls() {
        return Set.copyOf(live.keySet());
    }

    @Override
    public List<CallRecord> calls() {
        List<CallRecord> all = new ArrayList<>(records.ended());
        live.values().forEach(call -> all.add(call.record()));
        return all;
    }

    @Override
    public List<CallRecord> callsLiveNow() {
        return live.values().stream().map(SimulatedCall::record).toList();
    }

    @Override
    public SimulatorFigures figures() {
        return new SimulatorFigures(
                records.begun(CallRecord.Direction.INBOUND),
                records.begun(CallRecord.Direction.OUTBOUND),
                live.size(),
                records.outcomes());
    }

    @Override
    public void close() {
        live.clear();
    }

    private SimulatedCall call(UUID id) throws EngineRefused {
        SimulatedCall call = live.get(id);
        if (call == null) {
            throw new EngineRefused(EngineRefused.Reason.UNKNOWN_CALL, "no such call lives here");
        }
        return call;
    }

    private final SimulatedCall.World world = new SimulatedCall.World() {
        @Override
        public Instant now() {
            return timeline.now();
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            return timeline.after(Duration.ofNanos((long) (delay.toNanos() / haste)), task);
        }

        @Override
        public void tell(UUID call, Function<GatewayEvent.Head, GatewayEvent> event) {
            listener.happened(call, event);
        }

        @Override
        public void agentLeaves(UUID call) {
            supervision.end(call);
        }

        @Override
        public void recorded(UUID call, byte[] audio) {
            listener.recorded(call, audio);
        }

        @Override
        public void over(SimulatedCall call) {
            live.remove(call.id());
            records.ended(call.record());
        }

        @Override
        public boolean reaches(String target) {
            return customers.reaches(target);
        }
    };
}
