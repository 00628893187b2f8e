package org.fairlead.campaign;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * What a person sets for a campaign.
 *
 * @param gateway the site gateway that dials
 * @param callerId the number shown to the customer, in E.164 form
 * @param skills what an agent must be able to do, with the least proficiency
 * @param country region for numbers that are written without {@code +}
 * @param callFrom begin of the campaign's own hours in the customer's local time; they may only tighten the law's
 * @param callUntil their end; equal to {@code callFrom} for the whole day
 * @param capCount at most so many attempts to one number, over all campaigns of the client ...
 * @param capDays ... in so many days
 * @param detectMachine whether the telephony tells people from machines: machines and faxes then end without an agent
 * @param dialing how its calls are paced; a campaign that runs goes by it from the next second on
 * @param agentless what is heard, and the pace, while it calls without agents
 * @param retry by outcome; what is missing keeps the house's own rule
 * @param version as it was read; 0 for a new campaign
 */
public record CampaignSettings(
        ClientId client,
        UUID programId,
        String code,
        String name,
        DialMode mode,
        String gateway,
        String callerId,
        String language,
        Map<String, Integer> skills,
        String country,
        LocalTime callFrom,
        LocalTime callUntil,
        int ringSeconds,
        boolean detectMachine,
        int capCount,
        int capDays,
        Dialing dialing,
        AgentlessPlan agentless,
        Map<String, RetryRule> retry,
        int version) {

    public CampaignSettings {
        skills = Map.copyOf(skills);
        retry = Map.copyOf(retry);
    }

    /**
     * Tried again after so long, so many times.
     *
     * @param after kept as ISO duration
     * @param otherNumber the next try goes to the lead's next number, where it has several
     * @param otherHour the next try is in another part of the day
     */
    public record RetryRule(Duration after, int times, boolean otherNumber, boolean otherHour) {}

    /** What is other than it was, for the audit trail. */
    public Map<String, String> difference(CampaignSettings before) {
        Map<String, String> changed = new TreeMap<>();
        Map<String, Object> was = before.values();
        values().forEach((name, value) -> {
            Object old = was.get(name);
            if (!value.equals(old)) {
                changed.put(name, old + " -> " + value);
            }
        });
        return changed;
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        values.put("code", code);
        values.put("name", name);
        values.put("mode", mode);
        values.put("gateway", gateway);
        values.put("callerId", callerId);
        values.put("language", language);
        values.put("skills", new TreeMap<>(skills));
        values.put("country", country);
        values.put("hours", callFrom + "-" + callUntil);
        values.put("ringSeconds", ringSeconds);
        values.put("detectMachine", detectMachine);
        values.put("cap", capCount + "/" + capDays);
        values.put("linesPerAgent", dialing.lines());
        values.put("abandonment", dialing.abandonLimit() + "/" + dialing.window());
        values.put("weight", dialing.weight());
        values.put("texts", new TreeMap<>(agentless.texts()));
        values.put("keys", agentless.connectKey() + "/" + agentless.stopKey());
        values.put("agentlessPace", agentless.lines() + "/" + agentless.perMinute());
        values.put("retry", new TreeMap<>(retry));
        return values;
    }
}
