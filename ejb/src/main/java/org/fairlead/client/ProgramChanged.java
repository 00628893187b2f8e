package org.fairlead.client;

import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * A programme, its brand or its dispositions were made or edited; fired inside the transaction. Observe it after success:
 * desks show the new look, and wrap-ups are closed with the new codes.
 */
public record ProgramChanged(ClientId client, UUID programId) {}
