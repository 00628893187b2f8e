package org.fairlead.agreement.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.ClockStart;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.Part;
import org.jspecify.annotations.Nullable;

/**
 * The part of an agreement that says which figures a contact counts in.
 *
 * @param threshold a wait up to and including this long is in time
 * @param shortAbandon giving up within this long is no fault of the outsourcer's, where the formula says so
 */
public record Terms(ClockStart clockStart, Duration threshold, Duration shortAbandon) {

    /** How contacts are counted where nothing is agreed on. */
    public static final Terms USUAL = new Terms(ClockStart.QUEUED, Duration.ofSeconds(20), Duration.ofSeconds(5));

    public static Terms of(@Nullable AgreementView agreement) {
        return agreement == null
                ? USUAL
                : new Terms(
                        agreement.clockStart(),
                        Duration.ofSeconds(agreement.thresholdSeconds()),
                        Duration.ofSeconds(agreement.shortAbandonSeconds()));
    }

    /** How this contact counts; empty where its clock never began or it was never let in. */
    public Optional<CountedContact> judge(Journey journey) {
        Instant start = journey.clockStart(clockStart);
        if (start == null || (journey.refused() && journey.queuedAt() == null)) {
            return Optional.empty();
        }
        Instant answered = journey.answeredAt();
        Instant decided = answered != null ? answered : journey.endedAt();
        Set<Part> parts =
                decided == null ? EnumSet.noneOf(Part.class) : parts(journey, Duration.between(start, decided));
        return Optional.of(
                new CountedContact(journey.contactId(), start, decided, answered != null, parts, journey.queueId()));
    }

    private Set<Part> parts(Journey journey, Duration wait) {
        boolean answered = journey.answeredAt() != null;
        if (!answered && journey.refused()) {
            // let in and then turned away, however soon: the customer did not give up, the outsourcer did
            return EnumSet.of(Part.ABANDONED, Part.ABANDONED_LATE);
        }
        boolean inTime = wait.compareTo(threshold) <= 0;
        if (answered) {
            return inTime ? EnumSet.of(Part.ANSWERED, Part.ANSWERED_IN_TIME) : EnumSet.of(Part.ANSWERED);
        }
        Set<Part> parts = EnumSet.of(Part.ABANDONED, inTime ? Part.ABANDONED_IN_TIME : Part.ABANDONED_LATE);
        if (wait.compareTo(shortAbandon) <= 0) {
            parts.add(Part.SHORT_ABANDONED);
        }
        return parts;
    }
}
