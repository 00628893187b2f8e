package org.fairlead.client;

import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * A queue, its skills or the numbers that lead to it were made or edited; fired inside the transaction. Observe it after
 * success: calls that come from then on are handled by what is set up now.
 */
public record QueueChanged(ClientId client, UUID queueId) {}
