package org.fairlead.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer is asked to leave a message.
 *
 * @param person for whom; null: for whoever serves the client
 */
public record VoicemailAsked(int client, UUID contact, @Nullable UUID person, Instant at) {}
