package org.fairlead.dialer.entity;

/**
 * Learns what becomes of a ringing call, second by second of its age: when those answer who answer, when those end who do
 * not, and which share answers. The shapes fade slowly, the share may jump: lists and hours change it by a factor of three
 * within a day, and each change costs abandoned calls or idle agents until it is learned.
 */
final class AnswerModel {

    /** Half-second steps of age. */
    static final double STEP = 0.5;

    static final int STEPS = 120;

    /** Calls that a guess of the share is worth. */
    private static final double GUESS = 6;

    /** By so many of its doubts the share is reckoned higher than it is expected to be, but for what a settled day has. */
    private static final double DOUBTS = 2.5;

    private static final double SETTLED = 0.35;

    private static final double GUESSED_SHARE = 0.3;
    private static final double GUESSED_SECONDS = 15;
    private static final double GUESSED_SHAPE = 5;

    private final double keep;
    private final double[] answers = new double[STEPS];
    private final double[] failures = new double[STEPS];
    private double allAnswers;
    private double allFailures;

    /** Share of the answers that come later than an age; the same for the failures. */
    private final double[] answersAfter = new double[STEPS + 1];

    private final double[] failuresAfter = new double[STEPS + 1];

    /** The share as log odds; believed in as {@link #belief} says from when the shapes are known. */
    private double logOdds;

    private final ShareBelief belief = new ShareBelief();
    private double caution = 1;
    private int outcomes;
    private int answersSeen;
    private boolean warm;

    /** @param shapes how many calls back the ring times are remembered */
    AnswerModel(double shapes) {
        keep = 1 - 1 / shapes;
        for (int i = 0; i < STEPS; i++) {
            double rings = (i + 0.5) * STEP / GUESSED_SECONDS;
            answers[i] = GUESSED_SHAPE * Math.exp(-rings) * STEP / GUESSED_SECONDS;
            failures[i] = answers[i];
            allAnswers += answers[i];
            allFailures += failures[i];
        }
        refresh();
    }

    void answered(double age, double odds) {
        ended(true, age, odds);
        allAnswers = fade(answers) + 1;
        answers[step(age)]++;
        answersSeen++;
        outcomes++;
    }

    private void ended(boolean answered, double age, double odds) {
        if (warm) {
            belief.ended(answered, left(age), odds);
        }
    }

    private ShareBelief.Left left(double age) {
        return new ShareBelief.Left(after(answersAfter, age), after(failuresAfter, age));
    }

    void failed(double age, double odds) {
        ended(false, age, odds);
        allFailures = fade(failures) + 1;
        failures[step(age)]++;
        outcomes++;
    }

    private static int step(double age) {
        return Math.min(STEPS - 1, (int) (age / STEP));
    }

    private double fade(double[] sums) {
        double all = 0;
        for (int i = 0; i < STEPS; i++) {
            sums[i] *= keep;
            all += sums[i];
        }
        return all;
    }

    /** A call rang from one age to another; whether it was answered is told apart from this. */
    void rang(double from, double until, double odds) {
        if (warm && until > from) {
            belief.rang(left(from), left(until), odds);
        }
    }

    int outcomes() {
        return outcomes;
    }

    /** From now on it knows the shapes well enough to follow the share as it changes. */
    void warm() {
        warm = true;
        belief.begin(logOdds, (GUESS / 2 + answersSeen) * (1 - share()));
    }

    boolean isWarm() {
        return warm;
    }

    /** Takes in what came since the last time. */
    void refresh() {
        for (int i = STEPS - 1; i >= 0; i--) {
            answersAfter[i] = answersAfter[i + 1] + answers[i] / allAnswers;
            failuresAfter[i] = failuresAfter[i + 1] + failures[i] / allFailures;
        }
        if (warm) {
            belief.turn();
            logOdds = belief.logOdds();
            caution = Math.exp(Math.max(0, DOUBTS * belief.doubt() - SETTLED));
        } else {
            double people = answersSeen + GUESSED_SHARE * GUESS;
            logOdds = Math.log(people / (outcomes + GUESS - people));
        }
    }

    double share() {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** How much more likely than expected an answer has to be reckoned with, as odds: 1 once the share is known. */
    double caution() {
        return caution;
    }

    /** Chance that a call that has rung so long is answered within so much more. */
    double answersWithin(double age, double more, double odds) {
        double here = after(answersAfter, age);
        double later = after(answersAfter, age + more);
        double of = 1 / (1 + Math.exp(-logOdds) / odds);
        double alive = of * here + (1 - of) * after(failuresAfter, age);
        return alive < 1e-9 ? 0 : of * (here - later) / alive;
    }

    private static double after(double[] shares, double age) {
        double at = age / STEP;
        int i = (int) at;
        return i >= STEPS ? 0 : shares[i] + (at - i) * (shares[i + 1] - shares[i]);
    }
}
