package org.fairlead.gateway.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.fairlead.gateway.engine.EngineListener;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.engine.EngineUnavailable;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.engine.TelephonyEngine.DialOrder;
import org.fairlead.gateway.engine.TelephonyEngine.Facts;
import org.fairlead.gateway.engine.TelephonyEngine.NumberOrder;
import org.fairlead.gateway.engine.TelephonyEngine.TrunkOrder;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.store.SiteStore;
import org.fairlead.gateway.store.StoreBroken;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.jms.GatewayEvent.Head;
import org.fairlead.jms.GatewayEvent.Party;
import org.fairlead.jms.GatewayEvent.RefusalReason;

/**
 * One gateway between the centre and a telephony engine. All of it runs on the site's timeline.
 *
 * <p>Each command id is carried out once; a stale one, and one of a centre that was replaced, is refused. Each event
 * gets its number here.
 */
public final class Site {

    private static final Log LOG = Log.of(Site.class);
    private static final Duration PROBE_EVERY = Duration.ofSeconds(5);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    private final String gateway;
    private final Timeline timeline;
    private final TelephonyEngine engine;
    private final Consumer<GatewayEvent> outbox;
    private final CallBook book;
    private final SeenCommands seen;
    private final Fence fence;
    private final TakenBack takenBack;
    private final LinkProbe probe = new LinkProbe();
    private final TrunkLimits limits = new TrunkLimits();

    /** @param run id of this run of the gateway, under which it speaks for itself */
    public Site(
            String gateway,
            UUID run,
            Timeline timeline,
            TelephonyEngine engine,
            Consumer<GatewayEvent> outbox,
            SiteStore store) {
        this.gateway = gateway;
        this.timeline = timeline;
        this.engine = engine;
        this.outbox = outbox;
        this.book = new CallBook(gateway, run, store);
        this.seen = new SeenCommands(store);
        this.fence = new Fence(store);
        this.takenBack = new TakenBack(gateway, timeline, engine, book);
        if (!store.left().calls().isEmpty()) {
            LOG.say(
                    LogMessage.CALLS_FOUND,
                    "gateway",
                    gateway,
                    "calls",
                    store.left().calls().size());
        }
    }

    public String gateway() {
        return gateway;
    }

    /** Begins to hear the engine. */
    public void open() {
        engine.start(new Hearing());
    }

    /** Measures the link now and from now on, while {@code up} says that there is one. */
    public void probe(BooleanSupplier up) {
        if (up.getAsBoolean()) {
            say(probe.next(book.nextOfRun(timeline.now())));
        }
        timeline.after(PROBE_EVERY, () -> probe(up));
    }

    /** Tells what stands here now and from now on, while {@code up} says that there is a link. */
    public void report(BooleanSupplier up, IntSupplier waiting, String version) {
        if (up.getAsBoolean()) {
            Facts facts = engine.facts();
            say(new GatewayEvent.SiteReport(
                    book.nextOfRun(timeline.now()),
                    facts.kind(),
                    facts.version(),
                    version,
                    facts.reachable(),
                    facts.trunk(),
                    facts.trunkState(),
                    waiting.getAsInt(),
                    book.liveIds().size()));
        }
        timeline.after(REPORT_EVERY, () -> report(up, waiting, version));
    }

    /** The centre is reached, for the first time or again. */
    public void found() {
        takenBack.found();
        reportLiveCalls();
    }

    /** The centre is not reached any more. */
    public void lost(BooleanSupplier up) {
        takenBack.lost(up);
    }

    /** How long the last answered probe took, -1 when none was. */
    public long lastRoundTripMillis() {
        return probe.lastRoundTripMillis();
    }

    private final class Hearing implements EngineListener {
        @Override
        public void happened(UUID call, Function<Head, GatewayEvent> event) {
            Site.this.happened(call, event);
        }

        @Override
        public void recorded(UUID call, byte[] audio) {
            Recorded.pieces(call, audio, () -> book.nextOfRun(timeline.now())).forEach(Site.this::say);
        }

        @Override
        public void reachable() {
            reportLiveCalls();
        }
    }

    private void happened(UUID call, Function<Head, GatewayEvent> event) {
        if (!book.knows(call)) {
            book.open(call);
        }
        if (book.lives(call)) {
            say(event.apply(book.next(call, timeline.now())));
        } else {
            LOG.say(LogMessage.EVENT_LATE, "gateway", gateway, "call", call);
        }
    }

    /** Carries out one command, or says why not; tells whether it is carried out. */
    public boolean handle(GatewayCommand command) {
        GatewayCommand.Head head = command.head();
        Instant now = timeline.now();
        String kind = command.getClass().getSimpleName();
        try {
            if (!seen.isNew(head.id(), head.expiresAt(), now, command instanceof GatewayCommand.Dial)) {
                LOG.say(LogMessage.COMMAND_REPEATED, "gateway", gateway, "command", head.id());
                return false;
            }
        } catch (StoreBroken e) {
            engineDown(command);
            return false;
        }
        LOG.say(LogMessage.COMMAND, "gateway", gateway, "kind", kind, "call", head.call(), "command", head.id());
        if (!fence.lets(head.fence())) {
            refuse(command, RefusalReason.FENCED);
            return false;
        }
        if (command instanceof GatewayCommand.ProbeReply reply) {
            probe.answered(reply.sequence(), now);
            return true;
        }
        if (!now.isBefore(head.expiresAt())) {
            refuse(command, RefusalReason.EXPIRED);
            return false;
        }
        return attempt(command, () -> carryOut(command));
    }

    /** What the engine may refuse, or not be there for. */
    private interface Work {
        void run() throws EngineRefused, EngineUnavailable;
    }

    private boolean attempt(GatewayCommand command, Work work) {
        try {
            work.run();
            return true;
        } catch (EngineRefused e) {
            refuse(command, RefusalReason.valueOf(e.reason().name()));
        } catch (EngineUnavailable e) {
            LOG.say(LogMessage.ENGINE_DOWN, "gateway", gateway, "reason", String.valueOf(e.getMessage()));
            engineDown(command);
        }
        return false;
    }

    private void carryOut(GatewayCommand command) throws EngineRefused, EngineUnavailable {
        if (command instanceof GatewayCommand.Dial dial) {
            dial(dial);
        } else if (command instanceof GatewayCommand.RingNumber ring) {
            inTurn(() -> ringNumber(command.head().call(), ring), () -> ringLate(ring));
        } else if (command instanceof GatewayCommand.Withdraw) {
            takenBack.withdraw(command.head());
        } else if (command instanceof GatewayCommand.SetTrunk trunk) {
            setTrunk(trunk);
        } else if (command instanceof GatewayCommand.ReportLiveCalls) {
            reportLiveCalls();
        } else {
            PlainCommands.carryOut(engine, command);
        }
    }

    /** The call is in the book before the engine can speak of it, and leaves at most once, whoever asks again. */
    private void dial(GatewayCommand.Dial dial) throws EngineRefused, EngineUnavailable {
        UUID call = dial.head().call();
        if (book.knows(call)) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "this call was dialled before");
        }
        if (takenBack.is(call)) {
            refuse(dial, RefusalReason.EXPIRED);
            return;
        }
        inTurn(() -> leave(dial), () -> late(dial));
    }

    /** The carrier takes so many calls a second. */
    private void inTurn(Work atOnce, Runnable later) throws EngineRefused, EngineUnavailable {
        Duration turn = limits.turn(timeline.now());
        if (turn.isZero()) {
            atOnce.run();
        } else {
            timeline.after(turn, later);
        }
    }

    /** Its turn came after a while: what would not be dialled any more is not. */
    private void late(GatewayCommand.Dial dial) {
        UUID call = dial.head().call();
        boolean stale = !timeline.now().isBefore(dial.head().expiresAt()) || takenBack.is(call);
        if (stale && !book.knows(call)) {
            refuse(dial, RefusalReason.EXPIRED);
        } else if (!book.knows(call)) {
            attempt(dial, () -> leave(dial));
        }
    }

    private void leave(GatewayCommand.Dial dial) throws EngineRefused, EngineUnavailable {
        UUID call = dial.head().call();
        if (limits.full(book.lines())) {
            say(new GatewayEvent.DialFailed(book.only(call, timeline.now()), FailureCause.CONGESTION));
            return;
        }
        engine.dial(call, new DialOrder(dial.number(), dial.callerId(), dial.ringSeconds(), dial.detectMachine()));
        if (!book.knows(call)) {
            book.open(call);
        }
    }

    private void setTrunk(GatewayCommand.SetTrunk trunk) {
        limits.set(trunk.callsPerSecond(), trunk.channels());
        engine.trunk(new TrunkOrder(trunk.host(), trunk.user(), trunk.password()));
        String carrier = trunk.host().isEmpty() ? "what it was started with" : trunk.host();
        String most = trunk.callsPerSecond() + " a second, " + trunk.channels() + " at once";
        LOG.say(LogMessage.TRUNK_SET, "gateway", gateway, "carrier", carrier, "most", most);
    }

    private void ringLate(GatewayCommand.RingNumber ring) {
        if (!timeline.now().isBefore(ring.head().expiresAt())) {
            refuse(ring, RefusalReason.EXPIRED);
        } else {
            attempt(ring, () -> ringNumber(ring.head().call(), ring));
        }
    }

    /** Another line to the carrier, beside the customer's own. */
    private void ringNumber(UUID call, GatewayCommand.RingNumber c) throws EngineRefused, EngineUnavailable {
        if (book.lives(call) && limits.full(book.lines())) {
            say(new GatewayEvent.ConnectFailed(book.next(call, timeline.now()), c.agent(), FailureCause.CONGESTION));
            return;
        }
        book.ringsElsewhere(call, true);
        try {
            engine.ringNumber(call, NumberOrder.of(c));
        } catch (EngineRefused | EngineUnavailable e) {
            book.ringsElsewhere(call, false);
            throw e;
        }
    }

    private void engineDown(GatewayCommand command) {
        UUID call = command.head().call();
        if (command instanceof GatewayCommand.Dial) {
            say(new GatewayEvent.DialFailed(book.only(call, timeline.now()), FailureCause.ENGINE_DOWN));
        } else if (!PlainCommands.rings(command).isEmpty() && book.lives(call)) {
            Head head = book.next(call, timeline.now());
            say(new GatewayEvent.ConnectFailed(head, PlainCommands.rings(command), FailureCause.ENGINE_DOWN));
        } else {
            refuse(command, RefusalReason.ENGINE_DOWN);
        }
    }

    private void refuse(GatewayCommand command, RefusalReason reason) {
        UUID call = command.head().call();
        LOG.say(
                LogMessage.COMMAND_REFUSED,
                "gateway",
                gateway,
                "kind",
                command.getClass().getSimpleName(),
                "call",
                call,
                "refusal",
                reason);
        Head head;
        if (book.lives(call)) {
            head = book.next(call, timeline.now());
        } else if (command instanceof GatewayCommand.Dial && !book.knows(call)) {
            head = book.only(call, timeline.now());
        } else {
            head = book.nextOfRun(timeline.now());
        }
        say(new GatewayEvent.CommandRefused(head, command.head().id(), reason));
    }

    /** Tells the centre of a command that could not be read, if its id could. */
    public void refuseUnreadable(String command) {
        try {
            UUID id = UUID.fromString(command);
            say(new GatewayEvent.CommandRefused(book.nextOfRun(timeline.now()), id, RefusalReason.MALFORMED));
        } catch (IllegalArgumentException e) {
            LOG.say(LogMessage.COMMAND_WITHOUT_ID, "gateway", gateway, "command", command);
        }
    }

    /**
     * Tells the centre which calls live, after what the engine lost was ended and what it has too many was hung up.
     * When the engine cannot be asked, the book tells.
     */
    public void reportLiveCalls() {
        try {
            reconcile(engine.liveCalls());
        } catch (EngineUnavailable e) {
            LOG.say(LogMessage.ENGINE_DOWN, "gateway", gateway, "reason", String.valueOf(e.getMessage()));
        }
        GatewayEvent.LiveCalls report = new GatewayEvent.LiveCalls(book.nextOfRun(timeline.now()), book.liveCalls());
        LOG.say(
                LogMessage.LIVE_CALLS_TOLD,
                "gateway",
                gateway,
                "calls",
                report.calls().size());
        say(report);
    }

    private void reconcile(Set<UUID> inEngine) throws EngineUnavailable {
        for (UUID call : book.liveIds()) {
            if (!inEngine.contains(call)) {
                LOG.say(LogMessage.CALL_VANISHED, "gateway", gateway, "call", call);
                say(new GatewayEvent.CallEnded(book.next(call, timeline.now()), Party.ENGINE));
                engine.collectMessage(call);
            }
        }
        for (UUID call : inEngine) {
            if (!book.lives(call)) {
                LOG.say(LogMessage.CALL_UNKNOWN_TO_US, "gateway", gateway, "call", call);
                book.disown(call);
                try {
                    engine.hangUp(call);
                } catch (EngineRefused e) {
                    LOG.say(LogMessage.CALL_VANISHED, "gateway", gateway, "call", call);
                }
            }
        }
    }

    private void say(GatewayEvent event) {
        book.note(event);
        LOG.say(
                LogMessage.EVENT,
                "gateway",
                gateway,
                "kind",
                event.getClass().getSimpleName(),
                "call",
                event.head().call(),
                "sequence",
                event.head().sequence());
        outbox.accept(event);
    }
}
