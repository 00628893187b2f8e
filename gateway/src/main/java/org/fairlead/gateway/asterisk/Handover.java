package org.fairlead.gateway.asterisk;

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

    private final String target;
    private final Leg leg;
    private final boolean consultation;
    private final Outcome outcome;
    private boolean completing;
    private boolean over;

    Handover(String target, Switchboard board, String channel, boolean consultation, Outcome outcome) {
        this.target = target;
        this.consultation = consultation;
        this.outcome = outcome;
        this.completing = !consultation;
        this.leg = board.outgoing(channel, this);
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
        if (!over) {
            over = true;
            outcome.failed(this);
        }
    }
}
