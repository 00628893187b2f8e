package org.fairlead.dialer.entity;

import java.util.Arrays;
import org.fairlead.dialer.entity.FloorBook.Agent;
import org.fairlead.dialer.entity.FloorBook.Ring;
import org.fairlead.dialer.entity.FloorBook.State;

/**
 * The learned predictive policy. It keeps up estimates of when ringing calls are answered and when busy agents become free,
 * both by age; works out for the next 28 seconds how likely it is that one more call, answered then, finds nobody; and
 * places calls as long as that risk stays below a threshold, which the abandonments that really happen move.
 *
 * <p>Until it has seen how calls end it dials one line for each ready agent. With a limit of zero it always does.
 */
public final class PredictivePacing implements PacingPolicy {

    private static final double SECOND = 1_000.0;
    private static final int MOST_AT_ONCE = 60;
    private static final int FEWEST_OUTCOMES = 20;
    private static final long ANSWERS_MILLIS = 2_000;
    private static final long AGENTS_MILLIS = 5_000;

    /** Tables of agents change ever more slowly: after a hundred minutes once a minute. */
    private static final long AGENTS_SLOWING = 100;

    /**
     * What was found by trying on simulated days, on other seeds than those of the benchmark.
     *
     * @param start threshold at the beginning, as a share of the limit
     * @param gain of the threshold's logarithm for each abandonment
     * @param early a higher gain at first: this over the root of the answers
     * @param reserve abandonments that are kept back
     * @param buffer abandonments that are kept between count and limit, over the root of the gain
     * @param spare share of the limit that is kept besides
     * @param damping how fast the threshold's base follows, over the square of the gain
     * @param trust in the answers that are to come before the window ends
     * @param low threshold when only the reserve is left
     * @param everyMillis how often to decide when nothing happens
     * @param soonestMillis how soon to decide again when something does
     * @param shapes calls after which the ring times are half forgotten
     * @param talks talks after which their durations are half forgotten
     * @param pull how strongly rare ages are drawn to the mean rate
     * @param warmMillis how long it looks before it predicts
     */
    public record Tuning(
            double start,
            double gain,
            double early,
            double reserve,
            double buffer,
            double spare,
            double damping,
            double trust,
            double low,
            long everyMillis,
            long soonestMillis,
            double shapes,
            double talks,
            double pull,
            long warmMillis) {

        public static final Tuning USUAL =
                new Tuning(1, 0.04, 2, 1.7, 0.2, 0.01, 0.015, 1, 0.001, 500, 100, 4_000, 2_000, 1.5, 45_000);
    }

    private final Tuning tuning;
    private final FloorBook book = new FloorBook();
    private final AnswerModel answers;
    private final FreeAgents agents;
    private final RiskThreshold threshold;
    private final Shortfall shortfall = new Shortfall();
    private final boolean careful;

    private int claimed;
    private boolean begun;
    private long beganAt;
    private long answersAt;
    private long agentsAt;

    /** By step: chance of a new call to be answered by its middle, and within it. */
    private final double[] freshBy = new double[Shortfall.BINS];

    private final double[] freshIn = new double[Shortfall.BINS];
    private final double[] by = new double[Shortfall.BINS];

    /**
     * @param limit share of the answered calls that may be abandoned
     * @param patience seconds that an answered call can wait for an agent
     */
    public PredictivePacing(double limit, double patience) {
        this(limit, patience, Tuning.USUAL);
    }

    public PredictivePacing(double limit, double patience, Tuning tuning) {
        this.tuning = tuning;
        this.careful = limit <= 0;
        answers = new AnswerModel(tuning.shapes());
        agents = new FreeAgents(patience, tuning.talks(), tuning.pull());
        threshold = new RiskThreshold(limit, tuning);
    }

    /** What the limit's window holds so far: told at the start, and whenever the window has moved on. */
    public void window(int answeredSoFar, int abandonedSoFar) {
        threshold.window(answeredSoFar, abandonedSoFar);
    }

    /** When the limit's window ends: until then what it allows is spread, and only towards its end the limit is strict. */
    @Override
    public void windowEnds(long at) {
        threshold.ends(at);
    }

    @Override
    public void dialed(long call, double odds, long at) {
        book.dialed(call, odds, at);
    }

    @Override
    public void answered(long call, long at) {
        Ring ring = book.answered(call, at);
        if (ring != null) {
            rang(ring, at);
            answers.answered((at - ring.at()) / SECOND, ring.odds());
        }
    }

    @Override
    public void failed(long call, long at) {
        Ring ring = book.failed(call);
        if (ring != null) {
            rang(ring, at);
            answers.failed((at - ring.at()) / SECOND, ring.odds());
        }
    }

    /** Tells the model for how long a call rang since it was last told. */
    private void rang(Ring ring, long at) {
        long from = Math.max(ring.at(), answersAt);
        answers.rang((from - ring.at()) / SECOND, (at - ring.at()) / SECOND, ring.odds());
    }

    @Override
    public void connected(long call, long agent, long at) {
        Agent before = book.agent(agent);
        if (before != null && before.state == State.WRAP_UP) {
            agents.ready(before, at);
        }
        book.connected(call, agent, at);
        threshold.settled(false, book.staffed(), at);
    }

    @Override
    public void occupied(long agent, long at) {
        Agent before = book.agent(agent);
        if (before != null && before.state != State.TALKING) {
            book.enter(agent, State.TALKING, at);
        }
    }

    @Override
    public void claimed(int contacts) {
        claimed = contacts;
    }

    @Override
    public void abandoned(long call, long at) {
        book.abandoned(call);
        threshold.settled(true, book.staffed(), at);
    }

    @Override
    public void released(long agent, long at) {
        Agent before = book.agent(agent);
        if (before != null) {
            agents.released(before, at);
        }
        book.enter(agent, State.WRAP_UP, at);
    }

    @Override
    public void ready(long agent, long at) {
        Agent before = book.agent(agent);
        if (before != null) {
            agents.ready(before, at);
        }
        book.enter(agent, State.READY, at);
    }

    @Override
    public void gone(long agent, long at) {
        book.gone(agent);
    }

    @Override
    public void finishing(long agent, long at) {
        book.finishing(agent, at);
    }

    @Override
    public long everyMillis() {
        return tuning.everyMillis();
    }

    @Override
    public long soonestMillis() {
        return tuning.soonestMillis();
    }

    /** The share of calls that are answered, as it believes now. */
    public double answerShare() {
        return answers.share();
    }

    @Override
    public int place(long at) {
        if (book.staffed() == 0) {
            return 0;
        }
        learn(at);
        int spare = book.ready() - book.waiting() - claimed;
        if (careful || !answers.isWarm()) {
            return Math.max(0, spare - book.ringing());
        }
        gather(at);
        double bearable = threshold.bearable(at);
        double together = threshold.bearableTogether();
        int more = 0;
        while (more < MOST_AT_ONCE && !shortfall.isFull() && risk(spare) < bearable) {
            shortfall.call(freshBy);
            if (shortfall.excess(spare) > together) {
                return more;
            }
            more++;
        }
        return more;
    }

    private void learn(long at) {
        if (!begun) {
            begun = true;
            beganAt = at;
            answersAt = at - ANSWERS_MILLIS;
            agentsAt = at - AGENTS_MILLIS;
        }
        if (!answers.isWarm() && answers.outcomes() >= FEWEST_OUTCOMES && at - beganAt >= tuning.warmMillis()) {
            answers.warm();
        }
        if (at - answersAt >= ANSWERS_MILLIS) {
            for (Ring ring : book.rings()) {
                rang(ring, at);
            }
            answersAt = at;
            answers.refresh();
            double caution = answers.caution();
            for (int b = 0; b < Shortfall.BINS; b++) {
                double begin = b * Shortfall.BIN;
                freshBy[b] = answers.answersWithin(0, begin + Shortfall.BIN / 2, caution);
                freshIn[b] = answers.answersWithin(0, begin + Shortfall.BIN, caution)
                        - answers.answersWithin(0, begin, caution);
            }
        }
        if (at - agentsAt >= AGENTS_MILLIS + (agentsAt - beganAt) / AGENTS_SLOWING) {
            agentsAt = at;
            agents.refresh(book.agents(), at);
        }
    }

    private void gather(long at) {
        shortfall.clear(book.ringing() + book.staffed() <= Shortfall.FEW);
        for (Ring ring : book.rings()) {
            double age = (at - ring.at()) / SECOND;
            for (int b = 0; b < Shortfall.BINS; b++) {
                by[b] = answers.answersWithin(age, (b + 0.5) * Shortfall.BIN, ring.odds() * answers.caution());
            }
            shortfall.call(by);
        }
        for (Agent agent : book.agents()) {
            if (agent.state != State.READY) {
                shortfall.agent(agents.chances(agent, at));
            }
        }
    }

    /** Chance that one more call, if it is answered, finds no agent in time. */
    private double risk(int spare) {
        double all = Arrays.stream(freshIn).sum();
        if (all < 1e-9) {
            return 1;
        }
        double risk = 0;
        for (int b = 0; b < Shortfall.BINS; b++) {
            risk += freshIn[b] * shortfall.reaches(b, spare);
        }
        return risk / all;
    }
}
