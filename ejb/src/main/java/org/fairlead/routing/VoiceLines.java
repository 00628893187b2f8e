package org.fairlead.routing;

import java.time.Instant;
import java.util.Optional;

/**
 * The agent's telephone in the browser: a line at the telephony engine of the agent's site, with a password that is
 * made for this desk session and dies with it. Role: agent; nobody gets another person's line.
 */
public interface VoiceLines {

    /**
     * Where browsers reach the engine of the caller's site; empty where agents have other telephones.
     *
     * @param secure whether the caller's page came encrypted: then only an encrypted connection will do
     */
    Optional<String> address(boolean secure);

    /**
     * Opens the caller's line, or lets their calls ring at their desk telephone where they chose that, or keeps it open for longer. The same session gets the same password; another one a new
     * one, and the older telephone is not let in any more.
     *
     * @param sessionId of the caller's live desk session; {@link org.fairlead.shared.Refused} for any other
     * @param secure as of {@link #address}
     * @return empty where the site has no lines for browsers
     */
    Optional<Line> open(String sessionId, boolean secure);

    /**
     * A line.
     *
     * @param address the engine's WebSocket
     * @param user the name of the line, which is the agent's log-in
     * @param until when it ends unless it is opened again before
     * @param desk calls ring at the caller's desk telephone: nothing is to be registered, and there is no password
     */
    record Line(String address, String user, String password, Instant until, boolean desk) {

        /** A secret never shows. */
        @Override
        public String toString() {
            return "Line[" + address + ", " + user + ", until " + until + "]";
        }
    }
}
