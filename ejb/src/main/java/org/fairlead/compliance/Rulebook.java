package org.fairlead.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The rules as data, for those who answer for them. A version is never changed: an edit is a later one with its first
 * day, and the old one stays for audit. A client's own rules can only tighten, since every rule can only say no. Roles:
 * compliance officer; reading also BPO admin.
 */
public interface Rulebook {

    /** Every version of every rule that binds a client; for the outsourcer, the house's. Newest version first. */
    List<Rule> rules(ClientId client);

    /**
     * Writes the next version of a rule, or the first of a new one.
     *
     * @return its number
     * @throws org.fairlead.shared.Refused {@code rule.parameters} when the decision cannot read them, {@code rule.from}
     *     when its first day is not today or later, {@code rule.reason} without a reason, {@code rule.foreign} when a
     *     client would take the name of one of the house's rules
     */
    int edit(ClientId client, RuleEdit edit);

    /** What the decision would say: nothing is written, nobody is called. */
    Verdict tryOut(Trial trial);

    /**
     * A rule to be written.
     *
     * @param parameters in the pack's own form, as JSON
     * @param from its first day
     * @param reason why, for the audit
     */
    record RuleEdit(
            String id,
            String jurisdiction,
            String scope,
            String kind,
            String parameters,
            String citation,
            String basis,
            LocalDate from,
            @Nullable LocalDate to,
            String reason) {}

    /**
     * One version of one rule.
     *
     * @param inForce whether it is today
     */
    record Rule(
            ClientId client,
            String id,
            int version,
            String jurisdiction,
            String scope,
            String kind,
            String parameters,
            String citation,
            String basis,
            String evidence,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean inForce,
            String madeBy,
            Instant madeAt,
            String reason) {}

    /**
     * An attempt to be tried out.
     *
     * @param at null for now
     * @param region state or province, as far as it is known
     */
    record Trial(UUID campaignId, String number, @Nullable String region, @Nullable Instant at) {}
}
