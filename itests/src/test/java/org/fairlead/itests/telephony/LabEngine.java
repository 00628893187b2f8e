package org.fairlead.itests.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.fairlead.gateway.asterisk.AsteriskEngine;
import org.fairlead.gateway.asterisk.AsteriskSettings;
import org.fairlead.gateway.engine.EngineListener;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.time.SiteThread;
import org.fairlead.itests.stack.Await;

/** What a gateway has of an Asterisk: its engine, on a thread of its own. A test may have several, one after the other. */
final class LabEngine implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final SiteThread thread = new SiteThread("site", Clock.systemUTC());
    private final AsteriskEngine asterisk;
    private final TelephonyEngine commands;

    private LabEngine(AsteriskSettings settings) {
        asterisk = new AsteriskEngine(settings, thread, UUID::randomUUID);
        commands = OnThread.of(asterisk, thread);
    }

    /** Begins, and is connected. */
    static LabEngine begin(AsteriskSettings settings, EngineListener heard) {
        LabEngine begun = new LabEngine(settings);
        try {
            begun.commands.start(heard);
            Await.until("the engine is reached", SOON, begun::up);
            return begun;
        } catch (AssertionError | RuntimeException e) {
            begun.close();
            throw e;
        }
    }

    TelephonyEngine commands() {
        return commands;
    }

    boolean up() {
        return asterisk.up();
    }

    void everybodyHangsUp() throws Exception {
        for (UUID call : commands.liveCalls()) {
            commands.hangUp(call);
        }
        Await.until("no call lives", SOON, () -> commands.liveCalls().isEmpty());
    }

    /** As a gateway ends: what lives in Asterisk lives on. */
    @Override
    public void close() {
        commands.close();
        thread.close();
    }
}
