package org.fairlead.compliance.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.LiveHour;
import org.jspecify.annotations.Nullable;

/**
 * People who answer and get no agent: of the campaign's live calls in the window, no more than this share. An attempt
 * for which an agent is held cannot be abandoned and goes on.
 *
 * @param rate as a fraction
 * @param reached true when the rate itself is too much already, false when only more than it is
 * @param least so many live calls are taken as the base when there were fewer
 */
public record AbandonmentRule(RuleHead head, BigDecimal rate, Span window, boolean reached, int least)
        implements OutreachRule {

    public static final String KIND = "abandonment";

    @Override
    public boolean concerns(OutreachFacts facts) {
        return facts.target().channel() == Channel.VOICE && !facts.manner().agentReserved();
    }

    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        Instant from = at;
        while (tooMany(inside(facts, from))) {
            Instant next = nextEnd(facts, from);
            if (next == null) {
                return null;
            }
            from = next;
        }
        return from;
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        List<LiveHour> inside = inside(facts, at);
        return Reason.of("abandonment", abandoned(inside), answered(inside), rate.movePointRight(2), window.code());
    }

    private List<LiveHour> inside(OutreachFacts facts, Instant at) {
        List<LiveHour> inside = new ArrayList<>();
        for (LiveHour hour : facts.live()) {
            Instant end = window.end(hour.hour(), facts.where().zones());
            if (end == null || end.isAfter(at)) {
                inside.add(hour);
            }
        }
        return inside;
    }

    private @Nullable Instant nextEnd(OutreachFacts facts, Instant after) {
        Instant next = null;
        for (LiveHour hour : facts.live()) {
            Instant end = window.end(hour.hour(), facts.where().zones());
            if (end != null && end.isAfter(after) && (next == null || end.isBefore(next))) {
                next = end;
            }
        }
        return next;
    }

    private boolean tooMany(List<LiveHour> hours) {
        int abandoned = abandoned(hours);
        BigDecimal bound = rate.multiply(BigDecimal.valueOf(Math.max(answered(hours), least)));
        int compared = BigDecimal.valueOf(abandoned).compareTo(bound);
        return abandoned > 0 && (reached ? compared >= 0 : compared > 0);
    }

    private static int abandoned(List<LiveHour> hours) {
        return hours.stream().mapToInt(LiveHour::abandoned).sum();
    }

    private static int answered(List<LiveHour> hours) {
        return hours.stream().mapToInt(LiveHour::answered).sum();
    }
}
