package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.fairlead.client.PersonChanged;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.control.RoutingLog;
import org.fairlead.routing.entity.Input;

/** Tells the engine, as soon as an edit is committed, how everything is set up now. */
@ApplicationScoped
public class SetUpRefresh {

    @Inject
    private EngineAccess engine;

    /** One at a time, so that what was read later is applied later. */
    synchronized void personChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PersonChanged changed) {
        try {
            EngineLoop loop = engine.loop();
            loop.submit(new Input.SetUp(loop.cycle().reference())).exceptionally(failure -> {
                RoutingLog.observerFailed("a changed person", new IllegalStateException(failure));
                return null;
            });
        } catch (SQLException | RuntimeException e) {
            RoutingLog.observerFailed("a changed person", e);
        }
    }
}
