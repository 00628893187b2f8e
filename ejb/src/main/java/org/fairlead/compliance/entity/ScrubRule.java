package org.fairlead.compliance.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.jspecify.annotations.Nullable;

/**
 * Numbers are to be checked against a register that is no older than so many days: its list must be there, be fresh, and
 * must not name the number.
 *
 * @param list the register's name, as its files are filed under
 * @param days the list's own day counts as the first
 */
public record ScrubRule(RuleHead head, String list, int days) implements OutreachRule {

    public static final String KIND = "scrub_age";

    @Override
    public boolean concerns(OutreachFacts facts) {
        return facts.target().channel() == Channel.VOICE || facts.target().channel() == Channel.SMS;
    }

    /** Time does not make a list younger, nor take a number off it. */
    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        LocalDate dated = facts.standing().lists().get(list);
        boolean fresh = dated != null && today(facts, at).isBefore(dated.plusDays(days));
        return fresh && !facts.standing().listedOn().contains(list) ? at : null;
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        LocalDate dated = facts.standing().lists().get(list);
        if (dated == null) {
            return Reason.of("scrub_age.missing", list, days);
        }
        return facts.standing().listedOn().contains(list)
                ? Reason.of("scrub_age.listed", list, dated)
                : Reason.of("scrub_age.old", list, dated, days);
    }

    /** The latest that it may be. */
    private static LocalDate today(OutreachFacts facts, Instant at) {
        return facts.where().zones().stream()
                .map((ZoneId zone) -> at.atZone(zone).toLocalDate())
                .max(LocalDate::compareTo)
                .orElse(at.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
