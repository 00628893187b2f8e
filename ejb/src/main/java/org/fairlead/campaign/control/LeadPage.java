package org.fairlead.campaign.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.campaign.LeadView;
import org.fairlead.campaign.Leads.Because;
import org.fairlead.campaign.Leads.LeadDetail;
import org.fairlead.campaign.Leads.Likelihood;
import org.fairlead.campaign.Leads.NumberView;
import org.fairlead.campaign.entity.AnswerOdds;
import org.fairlead.campaign.entity.AnswerOdds.Effect;
import org.fairlead.campaign.entity.AnswerOdds.Factor;
import org.fairlead.campaign.entity.LeadNumber;
import org.fairlead.campaign.entity.LeadNumber.Kind;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** One lead with everything that is known of it. */
public final class LeadPage {

    private static final int HOURS = 24;

    private LeadPage() {}

    private record Turn(int turn, String shown) {}

    public static LeadDetail of(Connection c, int site, UUID leadId, Instant now) {
        LeadView lead = LeadBook.one(c, site, leadId).orElseThrow(() -> new NotFound("lead " + leadId));
        Turn turn = Sql.one(
                        c,
                        row -> new Turn(row.getInt("turn"), row.getString("shown")),
                        "select turn, number_shown(client_id, ?) as shown from lead where client_id = ? and lead_id = ?",
                        site,
                        lead.client(),
                        leadId)
                .orElseThrow();
        List<LeadNumber> numbers =
                NumberBook.of(c, lead.client(), List.of(leadId)).getOrDefault(leadId, List.of());
        Optional<LeadNumber> next =
                Optional.ofNullable(LeadNumber.choose(numbers, turn.turn(), now).number());
        List<NumberView> views = numbers.isEmpty()
                ? List.of(new NumberView(lead.number(), Kind.OTHER.name(), null, null, false, true))
                : numbers.stream()
                        .map(one -> new NumberView(
                                MaskedNumber.of(one.number(), turn.shown()),
                                one.kind().name(),
                                one.fromHour(),
                                one.untilHour(),
                                one.dead(),
                                next.map(one::equals).orElse(false)))
                        .toList();
        String kind = next.map(one -> one.kind().name()).orElse(Kind.OTHER.name());
        return new LeadDetail(
                lead,
                views,
                LeadBook.attemptsOfLead(c, site, lead.client(), leadId),
                likelihood(OddsBook.of(c, lead.client()), lead, kind, now));
    }

    private static Likelihood likelihood(AnswerOdds odds, LeadView lead, String kind, Instant now) {
        if (!odds.known()) {
            return Likelihood.UNKNOWN;
        }
        List<ZoneId> zones = AttemptStore.zones(lead.timeZones());
        ZonedDateTime local = now.atZone(zones.isEmpty() ? ZoneOffset.UTC : zones.get(0));
        Map<Factor, String> known = AnswerOdds.lead(local, lead.attempts(), kind, lead.lastOutcome());
        List<Because> because = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            String value = known.getOrDefault(factor, "");
            Effect effect = odds.effect(factor, value);
            because.add(
                    effect == null
                            ? new Because(factor.name(), value, 1, 0, 0)
                            : new Because(factor.name(), value, effect.ratio(), effect.tries(), effect.answers()));
        }
        List<Double> day = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            day.add(odds.share(AnswerOdds.lead(local.withHour(hour), lead.attempts(), kind, lead.lastOutcome())));
        }
        return new Likelihood(true, odds.share(Map.of()), odds.share(known), because, day);
    }
}
