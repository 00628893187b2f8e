package org.fairlead.compliance.entity;

import java.time.Instant;
import java.util.Set;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.jspecify.annotations.Nullable;

/**
 * Consent as a condition: given beforehand, or not taken back.
 *
 * @param channels in which it is asked for
 * @param sector of the clients whom it binds, null for all
 * @param mobileRecordedOnly true when it is about recorded voices that call mobile telephones
 */
public record ConsentRule(
        RuleHead head, Needs needs, Set<Channel> channels, @Nullable String sector, boolean mobileRecordedOnly)
        implements OutreachRule {

    public static final String KIND = "consent";

    public ConsentRule {
        channels = Set.copyOf(channels);
    }

    /** What the person must have said. */
    public enum Needs {
        /** Yes, provably. */
        GIVEN,
        /** Not no. */
        NOT_REVOKED
    }

    @Override
    public boolean concerns(OutreachFacts facts) {
        return channels.contains(facts.target().channel())
                && (sector == null || sector.equals(facts.manner().sector()))
                && (!mobileRecordedOnly
                        || (facts.manner().recordedVoice() && facts.target().mobile()));
    }

    /** Time ends a consent and never gives one; a consent that begins later is not foreseen. */
    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        boolean satisfied = needs == Needs.GIVEN ? Consents.given(facts, at) : !Consents.revoked(facts, at);
        return satisfied ? at : null;
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        if (Consents.revoked(facts, at)) {
            Instant since = Consents.lastWord(facts, at).orElseThrow().since();
            return Reason.of("consent.revoked", since, facts.target().channel());
        }
        return Reason.of("consent.missing", facts.target().channel());
    }
}
