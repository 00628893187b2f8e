package org.fairlead.compliance.entity;

import java.time.Instant;
import java.util.List;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What the number that is shown must look like. It must always be one that can be called back.
 *
 * @param prefixes of the national number, any of which will do; empty for any number
 * @param premium true when a number at premium rate will do
 * @param onlyFromHome true when the country's own numbers may be shown from a site in that country alone
 */
public record CallerIdRule(RuleHead head, List<String> prefixes, boolean premium, boolean onlyFromHome)
        implements OutreachRule {

    public static final String KIND = "cli";

    public CallerIdRule {
        prefixes = List.copyOf(prefixes);
    }

    @Override
    public boolean concerns(OutreachFacts facts) {
        return facts.target().channel() == Channel.VOICE;
    }

    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        return fault(facts) == null ? at : null;
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        String shown = facts.manner().callerId();
        return Reason.of("cli." + fault(facts), shown == null ? "" : shown, String.join(" ", prefixes));
    }

    private @Nullable String fault(OutreachFacts facts) {
        String shown = facts.manner().callerId();
        if (shown == null || !PhoneNumbers.isValid(shown)) {
            return "missing";
        }
        if (!premium && PhoneNumbers.isPremium(shown)) {
            return "premium";
        }
        String national = PhoneNumbers.national(shown);
        if (!prefixes.isEmpty() && prefixes.stream().noneMatch(national::startsWith)) {
            return "prefix";
        }
        String country = PhoneNumbers.of(shown).country();
        boolean away = onlyFromHome
                && country.equals(head.jurisdiction())
                && facts.manner().sites().stream().anyMatch(site -> !site.equals(country));
        return away ? "away" : null;
    }
}
