package org.fairlead.dialer.entity.day;

import java.util.List;
import org.fairlead.dialer.entity.day.DayPlan.Detection;
import org.fairlead.dialer.entity.day.DayPlan.Leave;
import org.fairlead.dialer.entity.day.DayPlan.Reach;

/** The days on which policies are compared: eight hours from a cold start. */
public enum Regime {
    /** Nothing changes. */
    S1,
    /** The answer rate halves after two and a half hours and triples after five. */
    S2,
    /** Two agents of five are away from the third to the fifth hour. */
    S3,
    /** Talks are either short or long. */
    S4,
    /** A quarter of the dials ends at a machine; detection takes time and errs. */
    S5,
    /** Everything exponential: the one that can be solved exactly. */
    M1;

    private static final double HOURS = 8;
    private static final double PEOPLE = 0.30;

    public DayPlan plan(int agents) {
        if (this == M1) {
            return new DayPlan(
                    agents,
                    HOURS,
                    List.of(new Reach(0, PEOPLE, 0, 1 - PEOPLE)),
                    List.of(),
                    Spread.exponential(12),
                    Double.POSITIVE_INFINITY,
                    Spread.exponential(12),
                    Spread.exponential(120),
                    Spread.always(0),
                    Spread.exponential(2),
                    Detection.NONE,
                    0);
        }
        return new DayPlan(
                agents,
                HOURS,
                reach(),
                this == S3 ? List.of(new Leave(3, 5, 0.4)) : List.of(),
                Spread.lognormal(12, 0.5).atLeast(1.5),
                22,
                Spread.even(1.5, 3.5),
                talk(),
                Spread.lognormal(25, 0.5),
                Spread.always(2),
                this == S5 ? new Detection(0.8, 2.2, 0.03, 0.10, Spread.even(6, 10)) : Detection.NONE,
                0);
    }

    private List<Reach> reach() {
        Reach usual = new Reach(0, PEOPLE, this == S5 ? 0.25 : 0, 0.05);
        return this == S2 ? List.of(usual, new Reach(2.5, 0.15, 0, 0.05), new Reach(5, 0.45, 0, 0.05)) : List.of(usual);
    }

    private Spread talk() {
        return this == S4
                ? Spread.either(0.6, Spread.lognormal(15, 0.6), Spread.lognormal(215, 0.6))
                : Spread.lognormal(95, 1);
    }
}
