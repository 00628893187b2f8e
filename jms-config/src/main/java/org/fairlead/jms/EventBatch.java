package org.fairlead.jms;

import java.util.List;

/**
 * One message on the event queue: all that a gateway had to say at that moment, in order.
 *
 * @param version of the contract, {@link Wire#VERSION}
 */
public record EventBatch(int version, String gateway, List<GatewayEvent> events) {}
