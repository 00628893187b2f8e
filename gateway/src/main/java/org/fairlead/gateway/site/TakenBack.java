package org.fairlead.gateway.site;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.engine.EngineUnavailable;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.jms.GatewayCommand;

/**
 * Dials that are not wanted any more: those that the centre took back, and all that nobody has answered once the centre is
 * gone, for whoever answered then would meet nobody. Who has answered stays.
 */
final class TakenBack {

    private static final Log LOG = Log.of(TakenBack.class);

    /** A connection that breaks is back sooner than this, unless the centre itself is gone. */
    private static final Duration AWAY_AFTER = Duration.ofSeconds(1);

    private final String gateway;
    private final Timeline timeline;
    private final TelephonyEngine engine;
    private final CallBook book;
    private final Withdrawn withdrawn = new Withdrawn();
    private boolean away;

    TakenBack(String gateway, Timeline timeline, TelephonyEngine engine, CallBook book) {
        this.gateway = gateway;
        this.timeline = timeline;
        this.engine = engine;
        this.book = book;
    }

    /** Whether a dial that is still to come must not leave. */
    boolean is(UUID call) {
        return away || withdrawn.contains(call);
    }

    /** A dial that is still to come is not wanted any more; one that rings stops; one that was answered goes on. */
    void withdraw(GatewayCommand.Head head) throws EngineRefused, EngineUnavailable {
        UUID call = head.call();
        if (!book.knows(call)) {
            withdrawn.add(call, head.expiresAt(), timeline.now());
        } else if (book.lives(call) && !book.answered(call)) {
            engine.hangUp(call);
        }
    }

    void found() {
        away = false;
    }

    /** What rings stops unless the centre is back in a moment, and what waits for its turn does not leave. */
    void lost(BooleanSupplier up) {
        timeline.after(AWAY_AFTER, () -> {
            if (!up.getAsBoolean()) {
                away = true;
                letRingingGo();
            }
        });
    }

    private void letRingingGo() {
        List<UUID> ringing = book.ringing();
        if (ringing.isEmpty()) {
            return;
        }
        LOG.say(LogMessage.RINGING_LET_GO, "gateway", gateway, "calls", ringing.size());
        for (UUID call : ringing) {
            try {
                engine.hangUp(call);
            } catch (EngineRefused e) {
                LOG.say(LogMessage.CALL_VANISHED, "gateway", gateway, "call", call);
            } catch (EngineUnavailable e) {
                LOG.say(LogMessage.ENGINE_DOWN, "gateway", gateway, "reason", String.valueOf(e.getMessage()));
                return;
            }
        }
    }
}
