package org.fairlead.routing;

import java.time.Instant;
import java.util.Optional;

/**
 * The agent's telephone in the browser: a line at the telephony engine of the agent's site, with a password that is
 * made for this desk session and dies with it. Role: agent; nobody gets another person's line.
 */
public interface VoiceLines {

    /** Where browsers reach the engine of the caller's site; empty where agents have other telephones. */
    Optional<String> address();

    /**
     * Opens the caller's line, or keeps it open for longer. The same session gets the same password; another one a new
     * one, and the older telephone is not let in any more.
     *
     * @param sessionId of the caller's live desk session; {@link org.fairlead.shared.Refused} for any other
     * @return empty where the site has no lines for browsers
     */
    Optional<Line> open(String sessionId);

    /**
     * A line.
     *
     * @param address the engine's WebSocket
     * @param user the name of the line, which is the agent's log-in
     * @param until when it ends unless it is opened again before
     */
    record Line(String address, String user, String password, Instant until) {

        /** A secret never shows. */
        @Override
        public String toString() {
            return "Line[" + address + ", " + user + ", until " + until + "]";
        }
    }
}
