package org.fairlead.agreement.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.ClockStart;
import org.fairlead.agreement.Counts;
import org.fairlead.agreement.Formula;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.ServiceLevelDay.Interval;
import org.fairlead.shared.ClientId;

/** A day of a programme that owes 80 % within 20 seconds. */
final class TestDay {

    static final UUID PROGRAM = new UUID(1, 1);
    static final UUID AGREEMENT = new UUID(1, 3);

    private TestDay() {}

    static ServiceLevelDay of(Counts counts, List<Interval> intervals, Instant now) {
        var agreement = new AgreementView(
                AGREEMENT,
                Formula.IN_TIME_OF_ALL,
                20,
                5,
                ClockStart.QUEUED,
                BigDecimal.valueOf(80),
                "4.1",
                LocalDate.of(2026, 1, 1));
        return new ServiceLevelDay(
                new ClientId(1),
                PROGRAM,
                LocalDate.of(2026, 11, 23),
                ZoneId.of("Europe/Rome"),
                agreement,
                counts,
                null,
                intervals,
                Map.of(),
                now);
    }
}
