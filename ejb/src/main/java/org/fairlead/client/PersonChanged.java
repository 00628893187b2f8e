package org.fairlead.client;

import java.util.UUID;

/**
 * A person's skills, clients or right to work were edited; fired inside the transaction. Observe it after success to
 * take the change up at once.
 */
public record PersonChanged(UUID personId) {}
