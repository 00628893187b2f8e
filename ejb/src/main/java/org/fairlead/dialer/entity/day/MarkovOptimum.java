package org.fairlead.dialer.entity.day;

/**
 * The highest utilisation that any policy can have on the day {@link Regime#M1}, however much it knows, with abandonment
 * at the limit on average: a Markov decision process, solved.
 *
 * <p>A state is how many calls are with agents or wait for one, and how many ring; more can be dialled in any state at
 * once. The limit is a Lagrange multiplier: for each multiplier the best average reward is found by value iteration, which
 * bounds it from both sides; the least of these over all multipliers is the constrained optimum (strong duality of
 * constrained average-reward processes).
 */
public final class MarkovOptimum {

    private static final double HANDLE = 120;
    private static final double RING = 12;
    private static final double PATIENCE = 2;
    private static final double PEOPLE = 0.3;

    /** How near the two bounds of a utilisation must come. */
    private static final double PRECISION = 1e-5;

    /** Idle agents beyond these, calls waiting and ringing beyond these, do not occur under any good policy. */
    private static final int MOST_IDLE = 70;

    private static final int MOST_WAITING = 10;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final int agents;
    private final double limit;
    private final int least;
    private final int levels;
    private final int rings;
    private final double pace;
    private double[][] value;
    private double[][] next;

    private MarkovOptimum(int agents, double limit) {
        this.agents = agents;
        this.limit = limit;
        this.least = Math.max(0, agents - MOST_IDLE);
        this.levels = agents - least + MOST_WAITING + 1;
        this.rings = 40 + (int) (0.65 * agents);
        this.pace = agents / HANDLE + rings / RING + MOST_WAITING / PATIENCE;
        this.value = new double[levels][rings + 1];
        this.next = new double[levels][rings + 1];
    }

    /** @param limit of abandoned to answered calls */
    public static double utilisation(int agents, double limit) {
        return new MarkovOptimum(agents, limit).search();
    }

    /** Golden section over the logarithm of the multiplier: the best reward is convex in it. */
    private double search() {
        double low = Math.log(0.05);
        double high = Math.log(20);
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double atA = best(Math.exp(a));
        double atB = best(Math.exp(b));
        while (high - low > 0.05) {
            if (atA < atB) {
                high = b;
                b = a;
                atB = atA;
                a = high - GOLDEN * (high - low);
                atA = best(Math.exp(a));
            } else {
                low = a;
                a = b;
                atA = atB;
                b = low + GOLDEN * (high - low);
                atB = best(Math.exp(b));
            }
        }
        return Math.min(atA, atB);
    }

    private double best(double multiplier) {
        double price = multiplier * HANDLE / agents;
        double[] reward = new double[levels];
        for (int level = 0; level < levels; level++) {
            int calls = least + level;
            double served = Math.min(calls, agents) / HANDLE;
            double lost = Math.max(0, calls - agents) / PATIENCE;
            reward[level] = served * HANDLE / agents - price * (lost - limit / (1 - limit) * served);
        }
        while (true) {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (int level = 0; level < levels; level++) {
                step(level, reward[level]);
                for (int r = 0; r <= rings; r++) {
                    double change = (next[level][r] - value[level][r]) * pace;
                    lowest = Math.min(lowest, change);
                    highest = Math.max(highest, change);
                }
            }
            double base = next[levels / 2][0];
            for (double[] row : next) {
                for (int r = 0; r <= rings; r++) {
                    row[r] -= base;
                }
            }
            double[][] old = value;
            value = next;
            next = old;
            if (highest - lowest < PRECISION) {
                return (highest + lowest) / 2;
            }
        }
    }

    /** One turn of value iteration for all states of a level; then dialling, which costs nothing and takes no time. */
    private void step(int level, double reward) {
        int calls = least + level;
        double ends = level == 0 ? 0 : Math.min(calls, agents) / HANDLE / pace;
        double leaves = Math.max(0, calls - agents) / PATIENCE / pace;
        double[] here = value[level];
        double[] below = value[Math.max(0, level - 1)];
        double[] above = value[Math.min(levels - 1, level + 1)];
        double[] to = next[level];
        double down = ends + leaves;
        for (int r = 0; r <= rings; r++) {
            double settles = r / RING / pace;
            double stays = 1 - down - settles;
            double rung = r == 0 ? 0 : PEOPLE * above[r - 1] + (1 - PEOPLE) * here[r - 1];
            to[r] = reward / pace + down * below[r] + settles * rung + stays * here[r];
        }
        for (int r = rings - 1; r >= 0; r--) {
            to[r] = Math.max(to[r], to[r + 1]);
        }
    }
}
