package org.fairlead.dialer.entity.day;

import java.util.List;

/**
 * A made-up day on the floor: who works, whom the lines reach, how long everything takes. What a pacing policy makes of it
 * is {@link SimulatedDay}'s matter.
 *
 * @param hours how long the shift is
 * @param reach what becomes of a dial, from which hour on; the first from hour 0
 * @param leaves when a share of the agents is away
 * @param ring seconds until a person answers
 * @param ringLimit seconds after which an unanswered call is given up
 * @param deadRing seconds until a busy or dead line says so
 * @param patience seconds that an answered call waits for an agent
 * @param detection what machine detection does; {@link Detection#NONE} without it
 * @param signalSeconds how long before the end of a contact, wrap-up included, its agent says so; 0 for never
 */
public record DayPlan(
        int agents,
        double hours,
        List<Reach> reach,
        List<Leave> leaves,
        Spread ring,
        double ringLimit,
        Spread deadRing,
        Spread talk,
        Spread wrapUp,
        Spread patience,
        Detection detection,
        double signalSeconds) {

    public DayPlan {
        reach = List.copyOf(reach);
        leaves = List.copyOf(leaves);
    }

    /** Shares of the dials that reach a person, a machine, or a busy or dead line; the rest rings out. */
    public record Reach(double fromHour, double people, double machines, double dead) {}

    /** A share of the agents goes, each after the contact at hand, and comes back. */
    public record Leave(double fromHour, double untilHour, double share) {}

    /**
     * Telling people from machines.
     *
     * @param seconds that it takes when a person answers
     * @param machineSeconds that it takes when a machine does
     * @param lostPeople share of the people who are hung up on by mistake
     * @param passedMachines share of the machines that an agent gets
     * @param lost seconds that an agent loses with a machine
     */
    public record Detection(
            double seconds, double machineSeconds, double lostPeople, double passedMachines, Spread lost) {

        public static final Detection NONE = new Detection(0, 0, 0, 1, Spread.even(6, 10));
    }

    Reach reachAt(double hour) {
        Reach now = reach.get(0);
        for (Reach one : reach) {
            now = one.fromHour() <= hour ? one : now;
        }
        return now;
    }
}
