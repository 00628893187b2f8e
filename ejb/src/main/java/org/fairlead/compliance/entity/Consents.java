package org.fairlead.compliance.entity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.ConsentFact;

/** What a person's consents amount to: the last word for this channel and brand counts. */
final class Consents {

    private Consents() {}

    /** Given, not ended, and not taken back since. */
    static boolean given(OutreachFacts facts, Instant at) {
        return lastWord(facts, at)
                .filter(ConsentFact::given)
                .filter(consent -> consent.until() == null || at.isBefore(consent.until()))
                .isPresent();
    }

    /** Taken back, and not given anew since. */
    static boolean revoked(OutreachFacts facts, Instant at) {
        return lastWord(facts, at).filter(consent -> !consent.given()).isPresent();
    }

    /** At the same instant no outweighs yes. A word that another clock puts into the future is heard now if it is no. */
    static Optional<ConsentFact> lastWord(OutreachFacts facts, Instant at) {
        return facts.standing().consents().stream()
                .filter(consent -> consent.channel() == null
                        || consent.channel() == facts.target().channel())
                .filter(consent -> consent.brand() == null
                        || consent.brand().equals(facts.manner().brand()))
                .filter(consent -> !consent.given() || !consent.since().isAfter(at))
                .max(Comparator.comparing(ConsentFact::since).thenComparing(consent -> !consent.given()));
    }
}
