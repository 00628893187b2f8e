package org.fairlead.campaign;

import java.util.Map;

/**
 * What people hear whom a campaign calls without an agent, and at which pace they are called.
 *
 * @param texts by language; who speaks none of them hears the campaign's own language
 * @param connectKey leads to an agent of the campaign; empty for none
 * @param stopKey whoever presses it is on the client's do-not-call list
 * @param lines how many calls may be out, or be listening, at once
 * @param perMinute how many may begin in a minute
 */
public record AgentlessPlan(Map<String, String> texts, String connectKey, String stopKey, int lines, int perMinute) {

    public static final AgentlessPlan USUAL = new AgentlessPlan(Map.of(), "1", "9", 10, 60);

    public AgentlessPlan {
        texts = Map.copyOf(texts);
    }

    /** For somebody who speaks this, in a campaign that speaks that. */
    public String text(String language, String campaigns) {
        return texts.getOrDefault(language, texts.getOrDefault(campaigns, ""));
    }
}
