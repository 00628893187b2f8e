package org.fairlead.dialer.entity;

import org.fairlead.dialer.entity.FloorBook.Agent;
import org.fairlead.dialer.entity.FloorBook.State;

/**
 * When busy agents will be free: learned from how long talks and wrap-ups last, by age, and from how long it takes after an
 * agent has said that the contact is about to end. An agent four minutes into a talk frees at another rate than one ten
 * seconds in.
 */
final class FreeAgents {

    private static final int AGES = 140;
    private static final int EVEN_AGES = 60;
    private static final double EVEN_STEP = 2;
    private static final double GROWTH = 1.04;
    private static final double TELLERS_KEPT = 0.01;
    private static final double SECOND = 1_000.0;

    private final DurationModel talks;
    private final DurationModel wrapUps;
    private final DurationModel signals;
    private final double patience;

    /** Share of the contacts whose end their agents announce. */
    private double tellers;

    /** Chance to be free by each step of the horizon, by age. */
    private final double[][] talking = new double[AGES][Shortfall.BINS];

    private final double[][] wrappingUp = new double[AGES][Shortfall.BINS];
    private final double[][] finishing = new double[AGES][Shortfall.BINS];

    /**
     * @param patience seconds that an answered call can wait for an agent
     * @param memory how many talks back are remembered
     */
    FreeAgents(double patience, double memory, double pull) {
        this.patience = patience;
        talks = new DurationModel(memory, 120, 2, pull);
        wrapUps = new DurationModel(memory, 20, 2, pull);
        signals = new DurationModel(memory, 15, 2, pull);
    }

    /** The talk of an agent is over. */
    void released(Agent agent, long at) {
        if (agent.state == State.TALKING) {
            talks.ended(Math.max(0.001, (at - agent.since) / SECOND));
        }
    }

    /** The agent, who was as told, is ready. */
    void ready(Agent agent, long at) {
        released(agent, at);
        if (agent.state == State.TALKING) {
            wrapUps.ended(0);
        } else if (agent.state == State.WRAP_UP) {
            wrapUps.ended((at - agent.since) / SECOND);
        }
        if (agent.state != State.READY) {
            boolean told = agent.finishing >= 0;
            tellers += ((told ? 1 : 0) - tellers) * TELLERS_KEPT;
            if (told) {
                signals.ended(Math.max(0.001, (at - agent.finishing) / SECOND));
            }
        }
    }

    /** Works the tables out anew, with what goes on now taken as lasting at least so long. */
    void refresh(Iterable<Agent> agents, long at) {
        talks.forgetOpen();
        wrapUps.forgetOpen();
        for (Agent agent : agents) {
            if (agent.state == State.TALKING) {
                talks.stillOpen((at - agent.since) / SECOND);
            } else if (agent.state == State.WRAP_UP) {
                wrapUps.stillOpen((at - agent.since) / SECOND);
            }
        }
        talks.refresh();
        wrapUps.refresh();
        signals.refresh();
        int seconds = (int) Math.ceil(horizon(Shortfall.BINS - 1)) + 1;
        double[] wrapped = new double[seconds];
        double none = wrapUps.instantShare();
        for (int u = 0; u < seconds; u++) {
            wrapped[u] = none + (1 - none) * (1 - wrapUps.outlasts(0, u + 0.5));
        }
        double[] alive = new double[seconds + 1];
        for (int i = 0; i < AGES; i++) {
            double age = ageOf(i);
            for (int u = 0; u <= seconds; u++) {
                alive[u] = talks.outlasts(age, u);
            }
            for (int b = 0; b < Shortfall.BINS; b++) {
                talking[i][b] = bothOver(alive, wrapped, (int) Math.round(horizon(b)));
                wrappingUp[i][b] = 1 - wrapUps.outlasts(age, horizon(b));
                finishing[i][b] = 1 - signals.outlasts(age, horizon(b));
            }
            quieten(talking[i]);
            quieten(wrappingUp[i]);
        }
    }

    /** Where agents say when they are about to finish, those who have not said so will be free less soon. */
    private void quieten(double[] by) {
        double before = 0;
        double quiet = 0;
        for (int b = 0; b < by.length; b++) {
            double told = 1 - signals.outlasts(0, horizon(b));
            quiet += (by[b] - before) * (1 - tellers + tellers * told);
            before = by[b];
            by[b] = quiet;
        }
    }

    /** Chance that the talk ends and the wrap-up after it too, within so many seconds. */
    private static double bothOver(double[] alive, double[] wrapped, int seconds) {
        double over = 0;
        for (int u = 0; u < seconds; u++) {
            over += (alive[u] - alive[u + 1]) * wrapped[seconds - 1 - u];
        }
        return over;
    }

    /** Until when an agent must be free for a call that is answered in the middle of the step. */
    private double horizon(int bin) {
        return (bin + 0.5) * Shortfall.BIN + patience;
    }

    /** Chance that a busy agent is free in time, by step. */
    double[] chances(Agent agent, long at) {
        if (agent.finishing >= 0) {
            return finishing[indexOf((at - agent.finishing) / SECOND)];
        }
        double[][] table = agent.state == State.TALKING ? talking : wrappingUp;
        return table[indexOf((at - agent.since) / SECOND)];
    }

    private static double ageOf(int index) {
        return index < EVEN_AGES
                ? index * EVEN_STEP
                : EVEN_AGES * EVEN_STEP * Math.pow(GROWTH, index - (double) EVEN_AGES);
    }

    private static int indexOf(double age) {
        double even = EVEN_AGES * EVEN_STEP;
        return age < even
                ? (int) Math.round(age / EVEN_STEP)
                : Math.min(AGES - 1, EVEN_AGES + (int) Math.round(Math.log(age / even) / Math.log(GROWTH)));
    }
}
