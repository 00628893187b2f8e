package org.fairlead.routing;

import java.util.UUID;

/**
 * An agent's desk changed; fired after the decision is committed. Observers hand it on at once and never block: they
 * run on the engine's thread.
 *
 * @param sessionId the live session; a page of an older session is told that it was superseded
 */
public record DeskChanged(UUID personId, String login, String sessionId, DeskState state) {}
