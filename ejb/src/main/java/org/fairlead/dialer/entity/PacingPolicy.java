package org.fairlead.dialer.entity;

/**
 * How many calls to have under way: facts in, a number out. No clock, no thread, no container inside: time is what the
 * facts say, in milliseconds since any fixed instant, never running backwards. The live dialer and the simulated day
 * drive the same objects.
 *
 * <p>Calls and agents are numbers that whoever drives the policy gives out. A call's life is dialed, then failed, or
 * answered and then connected or abandoned. An agent's is ready, connected, released (wrap-up begins), ready again, and
 * gone from any of them.
 */
public interface PacingPolicy {

    /**
     * A call has left.
     *
     * @param odds how much likelier than the campaign's usual lead this one is to answer, as a ratio of odds; 1 when
     *     nothing is known
     */
    default void dialed(long call, double odds, long at) {}

    /** A person answered, as far as one can tell; the call needs an agent now. */
    default void answered(long call, long at) {}

    /** The call ended without needing an agent: busy, dead, rung out, a machine. */
    default void failed(long call, long at) {}

    default void connected(long call, long agent, long at) {}

    /** An answered call had no agent within its limit, or hung up before. */
    default void abandoned(long call, long at) {}

    /** The agent has a contact that is none of these calls: inbound, or another campaign's. */
    default void occupied(long agent, long at) {}

    /** So many contacts of other work wait for these agents and come first. */
    default void claimed(int contacts) {}

    /** The talk is over, wrap-up begins. */
    default void released(long agent, long at) {}

    default void ready(long agent, long at) {}

    /** The agent takes no calls: on a break, off, or busy with other work. */
    default void gone(long agent, long at) {}

    /** The agent says that the contact at hand is about to end. */
    default void finishing(long agent, long at) {}

    /** When the day ends over which abandoned calls are counted. */
    default void windowEnds(long at) {}

    /** @return how many calls to place now, never negative */
    int place(long at);

    /** How often it wants to be asked when nothing happens. */
    default long everyMillis() {
        return 1_000;
    }

    /** How soon it wants to be asked again when a call has ended or an agent's state has changed. */
    default long soonestMillis() {
        return everyMillis();
    }
}
