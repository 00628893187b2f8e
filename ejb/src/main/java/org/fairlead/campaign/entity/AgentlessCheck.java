package org.fairlead.campaign.entity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.fairlead.campaign.AgentlessPlan;
import org.fairlead.campaign.CampaignSettings;
import org.fairlead.campaign.DialMode;

/** What a call without an agent must be; the answer is a key of the bundles. */
final class AgentlessCheck {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern KEY = Pattern.compile("[0-9*]");
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_LINES = 500;
    private static final int MOST_A_MINUTE = 3_000;

    private AgentlessCheck() {}

    static Optional<String> problem(CampaignSettings s) {
        AgentlessPlan plan = s.agentless();
        boolean texts = plan.texts().entrySet().stream()
                .allMatch(text -> LANGUAGE.matcher(text.getKey()).matches()
                        && !text.getValue().isBlank()
                        && text.getValue().length() <= LONGEST_TEXT);
        boolean heard = s.mode() != DialMode.AGENTLESS || plan.texts().containsKey(s.language());
        if (!texts || !heard) {
            return Optional.of("campaign.agentless.text");
        }
        boolean keys = KEY.matcher(plan.stopKey()).matches()
                && !plan.stopKey().equals(plan.connectKey())
                && (plan.connectKey().isEmpty()
                        || KEY.matcher(plan.connectKey()).matches());
        if (!keys) {
            return Optional.of("campaign.agentless.keys");
        }
        boolean pace = plan.lines() >= 1
                && plan.lines() <= MOST_LINES
                && plan.perMinute() >= 1
                && plan.perMinute() <= MOST_A_MINUTE;
        return pace ? Optional.empty() : Optional.of("campaign.agentless.pace");
    }
}
