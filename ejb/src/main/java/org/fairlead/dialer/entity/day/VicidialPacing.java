package org.fairlead.dialer.entity.day;

import org.fairlead.dialer.entity.PacingPolicy;

/**
 * The rule of the peer that everybody knows, as its published sources have it, to compare with. Every 2.5 seconds it
 * brings the calls to level x base; every 15 seconds the level follows the mean of agents without work; what it knows of
 * abandonment is a minute old.
 */
public final class VicidialPacing implements PacingPolicy {

    /** What happens to the level once the day's drops are over the limit. */
    public enum OverLimit {
        HARD_LIMIT,
        AVERAGE,
        TAPERED
    }

    private static final long STEP = 2_500;
    private static final int STEPS_A_CHANGE = 6;
    private static final int STEPS_A_MINUTE = 24;
    private static final int FEWEST_CALLS = 50;

    private final OverLimit method;
    private final double limit;
    private final double most;
    private final boolean availableOnly;
    private final double shiftHours;

    private int agents;
    private int ready;
    private int talking;
    private int ringing;
    private int waiting;

    private double level = 1;
    private int steps;
    private double readySum;
    private double waitingSum;
    private double agentSum;
    private int answeredToday;
    private int abandonedToday;
    private int answeredBefore;
    private int abandonedBefore;
    private double dropsOfMinute;
    private double dropsOfDay;
    private int callsOfDay;

    private final java.util.Map<Long, Integer> states = new java.util.HashMap<>();

    private static final int READY = 1;
    private static final int TALKING = 2;
    private static final int WRAP_UP = 3;

    /**
     * @param limit of drops to answers over the day
     * @param most the highest level
     * @param availableOnly whether only ready agents count, and calls under way come on top
     * @param shiftHours how long the day is, for the tapering
     */
    public VicidialPacing(OverLimit method, double limit, double most, boolean availableOnly, double shiftHours) {
        this.method = method;
        this.limit = limit;
        this.most = most;
        this.availableOnly = availableOnly;
        this.shiftHours = shiftHours;
    }

    @Override
    public void dialed(long call, double odds, long at) {
        ringing++;
    }

    @Override
    public void answered(long call, long at) {
        ringing--;
        waiting++;
        answeredToday++;
    }

    @Override
    public void failed(long call, long at) {
        ringing--;
    }

    @Override
    public void connected(long call, long agent, long at) {
        waiting--;
        enter(agent, TALKING);
    }

    @Override
    public void abandoned(long call, long at) {
        waiting--;
        abandonedToday++;
    }

    @Override
    public void released(long agent, long at) {
        enter(agent, WRAP_UP);
    }

    @Override
    public void ready(long agent, long at) {
        enter(agent, READY);
    }

    @Override
    public void gone(long agent, long at) {
        enter(agent, 0);
    }

    private void enter(long agent, int state) {
        Integer old = state == 0 ? states.remove(agent) : states.put(agent, state);
        count(old == null ? 0 : old, -1);
        count(state, 1);
    }

    private void count(int state, int by) {
        agents += state == 0 ? 0 : by;
        ready += state == READY ? by : 0;
        talking += state == TALKING ? by : 0;
    }

    @Override
    public int place(long at) {
        steps++;
        readySum += ready;
        waitingSum += waiting;
        agentSum += agents;
        if (steps % STEPS_A_MINUTE == 0) {
            refresh();
        }
        if (steps % STEPS_A_CHANGE == 0) {
            change(at);
        }
        int base = availableOnly ? ready : ready + talking;
        int goal = (int) Math.round(level * base) + (availableOnly ? talking : 0);
        return Math.max(0, goal - ringing - waiting - talking);
    }

    private void refresh() {
        int answers = answeredToday - answeredBefore;
        dropsOfMinute = answers == 0 ? 0 : (double) (abandonedToday - abandonedBefore) / answers;
        answeredBefore = answeredToday;
        abandonedBefore = abandonedToday;
        callsOfDay = answeredToday;
        dropsOfDay = answeredToday == 0 ? 0 : (double) abandonedToday / answeredToday;
    }

    private void change(long at) {
        double mean = agentSum / STEPS_A_CHANGE;
        if (mean > 0) {
            level *= 1 + (readySum - waitingSum) / STEPS_A_CHANGE / mean;
        }
        readySum = 0;
        waitingSum = 0;
        agentSum = 0;
        level = Math.max(1, Math.min(level, most));
        if (dropsOfMinute > 0.5) {
            level /= 2;
        }
        if (callsOfDay > FEWEST_CALLS && dropsOfDay > limit) {
            double hoursLeft = shiftHours - at / 3_600_000.0;
            level = switch (method) {
                case HARD_LIMIT -> 1;
                case AVERAGE -> level / 2;
                case TAPERED -> level * Math.min(1, hoursLeft / 10);
            };
        }
        level = Math.max(1, level);
    }

    @Override
    public long everyMillis() {
        return STEP;
    }
}
