package org.fairlead.campaign.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fairlead.campaign.CampaignSettings;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** A campaign may be stricter about abandoned calls than the law, never looser. */
public final class LawfulLimit {

    private LawfulLimit() {}

    private record Where(String kind, String country) {}

    /** @throws Refused {@code campaign.abandonment.rule} with what the strictest rule allows, and which it is */
    public static void require(Connection c, Outreach outreach, CampaignSettings s, Instant at) {
        Where where = Sql.one(
                        c,
                        row -> new Where(row.getString(1), row.getString(2)),
                        "select p.kind, k.country from program p join client k on k.client_id = p.client_id"
                                + " where p.client_id = ? and p.program_id = ?",
                        s.client(),
                        s.programId())
                .orElseThrow(() -> new NotFound("program " + s.programId()));
        OutreachLimits limits =
                new OutreachLimits(where.kind(), s.callFrom(), s.callUntil(), s.capCount(), s.capDays());
        outreach.abandonmentCap(c, s.client(), Set.copyOf(List.of(s.country(), where.country())), limits, at)
                .filter(cap -> BigDecimal.valueOf(s.dialing().abandonLimit()).compareTo(cap.rate()) > 0)
                .ifPresent(cap -> {
                    throw new Refused(
                            "campaign.abandonment.rule",
                            cap.rate().movePointRight(2).stripTrailingZeros(),
                            cap.rule(),
                            cap.citation());
                });
    }
}
