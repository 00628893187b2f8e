package org.fairlead.dialer.control;

import java.util.List;
import org.fairlead.campaign.DialMode;
import org.fairlead.dialer.WhatIf.Day;
import org.fairlead.dialer.WhatIf.Outcome;
import org.fairlead.dialer.WhatIf.Setting;
import org.fairlead.dialer.entity.PacingPolicy;
import org.fairlead.dialer.entity.PredictivePacing;
import org.fairlead.dialer.entity.RatioPacing;
import org.fairlead.dialer.entity.day.DayPlan;
import org.fairlead.dialer.entity.day.DayPlan.Detection;
import org.fairlead.dialer.entity.day.DayPlan.Reach;
import org.fairlead.dialer.entity.day.DayResult;
import org.fairlead.dialer.entity.day.SimulatedDay;
import org.fairlead.dialer.entity.day.Spread;
import org.fairlead.shared.Refused;

/** Turns a manager's day into one that can be played, and plays it. */
public final class PlayDay {

    private static final double PATIENCE = 2;
    private static final double RING_LIMIT = 22;

    /** What a request may cost: about two seconds of one core. */
    private static final double MOST_AGENT_HOURS = 2_400;

    private static final int MOST_AGENTS = 300;
    private static final double MOST_HOURS = 12;
    private static final double LONGEST = 3_600;

    private PlayDay() {}

    public static Outcome play(Day day, Setting setting) {
        require(day, setting);
        DayResult result = SimulatedDay.play(plan(day), policy(setting), day.seed());
        return new Outcome(
                setting,
                result.utilisation(),
                result.talkShare(),
                result.abandonment(),
                result.dials(),
                result.answered(),
                result.abandoned());
    }

    private static PacingPolicy policy(Setting setting) {
        if (setting.mode() == DialMode.PREDICTIVE) {
            return new PredictivePacing(setting.abandonLimit(), PATIENCE);
        }
        return new RatioPacing(setting.mode() == DialMode.POWER ? setting.lines() : 1);
    }

    private static DayPlan plan(Day day) {
        Detection detection =
                day.machines() > 0 ? new Detection(0.8, 2.2, 0.03, 0.10, Spread.even(6, 10)) : Detection.NONE;
        return new DayPlan(
                day.agents(),
                day.hours(),
                List.of(new Reach(0, day.people(), day.machines(), day.dead())),
                List.of(),
                Spread.lognormal(day.ringSeconds(), 0.5).atLeast(1),
                Math.max(RING_LIMIT, 2 * day.ringSeconds()),
                Spread.even(1.5, 3.5),
                Spread.lognormal(day.talkSeconds(), day.talkSpread()),
                Spread.lognormal(day.wrapUpSeconds(), 0.5),
                Spread.always(PATIENCE),
                detection,
                0);
    }

    private static void require(Day day, Setting setting) {
        boolean size = day.agents() >= 1
                && day.agents() <= MOST_AGENTS
                && day.hours() > 0
                && day.hours() <= MOST_HOURS
                && day.agents() * day.hours() <= MOST_AGENT_HOURS;
        boolean shares = day.people() >= 0.01
                && day.machines() >= 0
                && day.dead() >= 0
                && day.people() + day.machines() + day.dead() <= 1;
        boolean times = within(day.ringSeconds(), 1, 60)
                && within(day.talkSeconds(), 5, LONGEST)
                && within(day.wrapUpSeconds(), 1, LONGEST)
                && within(day.talkSpread(), 0.05, 3);
        boolean pace = within(setting.lines(), 1, 10) && within(setting.abandonLimit(), 0, 0.05);
        if (!(size && shares && times && pace)) {
            throw new Refused("pacing.day");
        }
    }

    private static boolean within(double value, double least, double most) {
        return value >= least && value <= most;
    }
}
