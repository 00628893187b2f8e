package org.fairlead.gateway.simulator;

import java.util.Map;
import org.fairlead.gateway.simulator.CallRecord.Outcome;

/**
 * Sums over all calls of a simulator: {@code offered + dialled = live + the sum of the outcomes}.
 *
 * @param offered customers who called
 * @param dialled customers who were called
 */
public record SimulatorFigures(long offered, long dialled, long live, Map<Outcome, Long> outcomes) {}
