package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.fairlead.client.PersonChanged;
import org.fairlead.client.ProgramChanged;
import org.fairlead.client.QueueChanged;
import org.fairlead.routing.PauseReasons;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.control.RoutingLog;
import org.fairlead.routing.entity.Input;

/** Tells the engine, as soon as an edit is committed, how everything is set up now. */
@ApplicationScoped
public class SetUpRefresh {

    @Inject
    private EngineAccess engine;

    void personChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PersonChanged changed) {
        readAgain("a changed person");
    }

    void queueChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) QueueChanged changed) {
        readAgain("a changed queue");
    }

    void programChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProgramChanged changed) {
        readAgain("a changed programme");
    }

    void pausesChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PauseReasons.Changed changed) {
        readAgain("changed reasons for pauses");
    }

    /** One at a time, so that what was read later is applied later. */
    private synchronized void readAgain(String what) {
        try {
            EngineLoop loop = engine.loop();
            loop.submit(new Input.SetUp(loop.cycle().reference())).exceptionally(failure -> {
                RoutingLog.observerFailed(what, new IllegalStateException(failure));
                return null;
            });
        } catch (SQLException | RuntimeException e) {
            RoutingLog.observerFailed(what, e);
        }
    }
}
