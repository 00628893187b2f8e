package org.fairlead.gateway.asterisk;

import java.nio.file.Path;
import java.util.List;

/**
 * How a gateway reaches and uses its Asterisk.
 *
 * @param application the name under which the dialplan hands calls over; one connection at a time owns it
 * @param trunk pattern of the endpoint for a number, with {@code {number}}
 * @param agents patterns of the endpoints for an agent, with {@code {agent}}, tried in this order
 * @param sounds where the prompts lie, as Asterisk sees it: {@code LANGUAGE/PROMPT.wav}
 * @param keepLegs whether an agent's leg stays up between calls
 * @param opus whether browsers are offered Opus before G.711
 * @param speech the command that speaks the text of its standard input into {@code {file}} with {@code {voice}}; empty for
 *     none
 * @param standIn whether the carrier is the stand-in, which is told the ids of calls
 */
public record AsteriskSettings(
        String host,
        int port,
        String user,
        String password,
        String application,
        String trunk,
        List<String> agents,
        Path sounds,
        boolean keepLegs,
        boolean opus,
        List<String> speech,
        boolean standIn) {

    /** The same with another way to numbers. */
    public AsteriskSettings withTrunk(String other) {
        return new AsteriskSettings(
                host, port, user, password, application, other, agents, sounds, keepLegs, opus, speech, standIn);
    }

    /** A secret never shows. */
    @Override
    public String toString() {
        return application + "@" + host + ":" + port;
    }
}
