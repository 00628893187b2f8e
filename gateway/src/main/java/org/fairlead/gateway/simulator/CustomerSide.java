package org.fairlead.gateway.simulator;

import java.util.List;
import java.util.UUID;
import org.fairlead.gateway.engine.EngineRefused;

/** The far side of a site for demonstrations and tests: customers who call and are called, and what they saw. */
public interface CustomerSide {

    /** A customer calls one of our numbers; the call is known by this id from now on. */
    UUID ring(InboundCall call);

    /** The customer of a call hangs up now. */
    void customerHangsUp(UUID call) throws EngineRefused;

    /** What became of each call, ended ones first. */
    List<CallRecord> calls();

    /** The calls that live now. */
    List<CallRecord> callsLiveNow();

    SimulatorFigures figures();
}
