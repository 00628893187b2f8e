package org.fairlead.gateway.asterisk;

import java.util.Iterator;
import java.util.List;

/**
 * A transfer on its way to a target outside of the queue: blind, or with the agent consulting first while the customer
 * hears music.
 */
final class Handover implements Leg.Ear {

    /** Carries out what a handover comes to. */
    interface Outcome {

        /** The agent and the target talk. */
        void consulting(Leg target);

        /** The target is there: it takes the agent's place. */
        void takenOver(Handover handover);

        /** It came to nothing: the agent has the customer again. */
        void failed(Handover handover);
    }

    /** Makes legs to the target, and lets them ring. */
    interface Way {

        Leg fresh(Leg.Ear ear);

        void dial(Leg leg, String endpoint);
    }

    private final String target;
    private final Iterator<String> endpoints;
    private final Way way;
    private final boolean consultation;
    private final Outcome outcome;
    private Leg leg;
    private boolean completing;
    private boolean over;

    /** @param endpoints one at least; the next is rung where nobody is at the one before */
    Handover(String target, List<String> endpoints, Way way, boolean consultation, Outcome outcome) {
        this.target = target;
        this.endpoints = endpoints.iterator();
        this.way = way;
        this.consultation = consultation;
        this.outcome = outcome;
        this.completing = !consultation;
        this.leg = way.fresh(this);
    }

    void ring() {
        way.dial(leg, endpoints.next());
    }

    String target() {
        return target;
    }

    Leg leg() {
        return leg;
    }

    boolean consultation() {
        return consultation;
    }

    /** The target takes over as soon as it is there. */
    boolean completing() {
        return completing;
    }

    void complete() {
        completing = true;
        if (leg.up()) {
            taken();
        }
    }

    /** It is given up, and nothing is told of it. */
    void drop() {
        over = true;
        leg.hangUp();
    }

    private void taken() {
        over = true;
        outcome.takenOver(this);
    }

    @Override
    public void up(Leg answered) {
        if (over) {
            answered.hangUp();
        } else if (completing) {
            taken();
        } else {
            outcome.consulting(answered);
        }
    }

    @Override
    public void gone(Leg lost, int cause) {
        if (over) {
            return;
        }
        if (Causes.nobodyThere(cause, lost.rang()) && endpoints.hasNext()) {
            leg = way.fresh(this);
            ring();
            return;
        }
        over = true;
        outcome.failed(this);
    }
}
