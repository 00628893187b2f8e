package org.fairlead.jms;

import java.util.List;

/**
 * One message on a gateway's command queue, in order.
 *
 * @param version of the contract, {@link Wire#VERSION}
 */
public record CommandBatch(int version, String gateway, List<GatewayCommand> commands) {}
