package org.fairlead.compliance.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.shared.Holidays;
import org.jspecify.annotations.Nullable;

/**
 * One version of one rule as data: a line of the pack, or what a compliance officer made of it.
 *
 * @param scope {@code telemarketing}, {@code collections}, {@code inbound} or {@code all}
 * @param parameters in the pack's own form, see {@link RuleReader}
 * @param basis what the rule rests on; shown beside the citation, since no lawyer has read the pack
 * @param from the first day on which this version holds, null for ever since
 * @param to the last day, null for ever
 */
public record RuleLine(
        String id,
        int version,
        String jurisdiction,
        String scope,
        String kind,
        JsonNode parameters,
        String citation,
        String basis,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** @param next the first day of a later version, null where there is none */
    RuleHead head(@Nullable LocalDate next) {
        LocalDate end = to == null ? null : to.plusDays(1);
        LocalDate until = end == null || (next != null && next.isBefore(end)) ? next : end;
        return new RuleHead(id, version, jurisdiction, kind, citation, basis, from, until);
    }

    /** @param next as for the head */
    public List<OutreachRule> rules(@Nullable LocalDate next, Holidays holidays) {
        return new RuleReader(head(next), scope, parameters, holidays).read();
    }
}
