package org.fairlead.gateway.store;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.fairlead.jms.GatewayEvent;

/** A store that keeps nothing: for tests, and for a gateway whose settings name no folder. */
public final class ForgetfulStore implements SiteStore {

    private final AtomicLong places = new AtomicLong();

    @Override
    public Left left() {
        return new Left(List.of(), List.of(), List.of(), Long.MIN_VALUE);
    }

    @Override
    public KeptEvent keep(GatewayEvent event) {
        return new KeptEvent(places.incrementAndGet(), event);
    }

    @Override
    public void sent(List<KeptEvent> events) {
        // nothing was kept
    }

    @Override
    public void carriesOut(SeenCommand command, boolean certain) {
        // nothing is kept
    }

    @Override
    public void forget(UUID command) {
        // nothing was kept
    }

    @Override
    public void fence(long highest) {
        // nothing is kept
    }

    @Override
    public void lives(KeptCall call) {
        // nothing is kept
    }

    @Override
    public void ended(UUID call) {
        // nothing was kept
    }

    @Override
    public void close() {
        // nothing is open
    }
}
