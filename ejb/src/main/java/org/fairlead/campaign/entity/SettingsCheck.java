package org.fairlead.campaign.entity;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairlead.campaign.CampaignSettings;
import org.fairlead.campaign.Dialing;

/** What a campaign's settings must be; the answer is a key of the bundles. */
public final class SettingsCheck {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern E164 = Pattern.compile("\\+[0-9]{6,15}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern SKILL = Pattern.compile("[a-z][a-z0-9:_-]{0,39}");
    private static final int LONGEST_NAME = 80;

    private static final double MOST_LINES = 10;
    private static final int MOST_WEIGHT = 100;

    /** No regulator allows more. */
    private static final double HIGHEST_LIMIT = 0.05;

    private static final int MOST_TRIES = 20;
    private static final Duration SOONEST = Duration.ofMinutes(1);
    private static final Duration LATEST = Duration.ofDays(31);

    private SettingsCheck() {}

    /** @return why it cannot be; empty when all is well */
    public static Optional<String> problem(CampaignSettings s) {
        if (!CODE.matcher(s.code()).matches()) {
            return Optional.of("campaign.code");
        }
        if (s.name().isBlank() || s.name().length() > LONGEST_NAME) {
            return Optional.of("campaign.name");
        }
        if (!E164.matcher(s.callerId()).matches()) {
            return Optional.of("campaign.caller-id");
        }
        if (!LANGUAGE.matcher(s.language()).matches()) {
            return Optional.of("campaign.language");
        }
        if (!COUNTRIES.contains(s.country())) {
            return Optional.of("campaign.country");
        }
        return limits(s);
    }

    private static Optional<String> limits(CampaignSettings s) {
        if (s.ringSeconds() < 5 || s.ringSeconds() > 120) {
            return Optional.of("campaign.ring-seconds");
        }
        if (s.capCount() < 1 || s.capDays() < 1 || s.capDays() > 31) {
            return Optional.of("campaign.cap");
        }
        if (s.callFrom().isAfter(s.callUntil())) {
            return Optional.of("campaign.hours");
        }
        Dialing pace = s.dialing();
        if (!(pace.lines() >= 1 && pace.lines() <= MOST_LINES) || pace.weight() < 1 || pace.weight() > MOST_WEIGHT) {
            return Optional.of("campaign.pace");
        }
        if (!(pace.abandonLimit() >= 0 && pace.abandonLimit() <= HIGHEST_LIMIT)) {
            return Optional.of("campaign.abandonment");
        }
        Optional<String> heard = AgentlessCheck.problem(s);
        if (heard.isPresent()) {
            return heard;
        }
        boolean retry = s.retry().entrySet().stream()
                .allMatch(e -> Retry.DEFAULTS.containsKey(e.getKey())
                        && e.getValue().times() >= 0
                        && e.getValue().times() <= MOST_TRIES
                        && e.getValue().after().compareTo(SOONEST) >= 0
                        && e.getValue().after().compareTo(LATEST) <= 0);
        if (!retry) {
            return Optional.of("campaign.retry");
        }
        boolean skills = s.skills().entrySet().stream()
                .allMatch(e -> SKILL.matcher(e.getKey()).matches() && e.getValue() >= 1 && e.getValue() <= 5);
        return skills ? Optional.empty() : Optional.of("campaign.skills");
    }
}
